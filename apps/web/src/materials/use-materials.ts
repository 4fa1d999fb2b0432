import type { Material, UploadKind } from '@lectern/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { apiQuery } from '../api/query';
import { uploader, type UploadItem } from '../uploads/uploader';

const KEY = 'GET /api/webinars/:webinarId/materials';

/** The slides and videos of a webinar; asked for every second while one is being prepared. */
export function useMaterials(webinarId: string) {
  return useQuery({
    ...apiQuery(KEY, { params: { webinarId } }),
    refetchInterval: ({ state }) => pace(state.data?.materials ?? []),
  });
}

const pace = (materials: readonly Material[]): number =>
  materials.some(({ status }) => status === 'preparing') ? 1000 : 20_000;

/** Asks for the list anew. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: [KEY] });
}

/** What is being uploaded for this webinar. */
export function useUploads(webinarId: string): readonly UploadItem[] {
  const { items } = useSyncExternalStore(uploader.store.subscribe, uploader.store.get);
  return useMemo(() => items.filter(({ target }) => target === webinarId), [items, webinarId]);
}

export function useAddFile(webinarId: string): (kind: UploadKind, file: File | null) => void {
  const refresh = useRefresh();
  return (kind, file) => {
    if (file) uploader.add(file, kind, webinarId, refresh);
  };
}
