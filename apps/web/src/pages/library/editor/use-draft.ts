import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../../api/client';
import { isApiError } from '../../../api/errors';
import { type Draft, draftOf, type Latest, type Pending, pendingOf, rebase, saved } from './draft';

const REST = 1_000;
const RETRY = 5_000;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

/** The draft of one transcript, saved as one works: after a short rest, and again when the line is back. */
export function useDraft(resourceId: string, latest: Latest) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(latest));
  const [problem, setProblem] = useState<unknown>(null);
  const [merged, setMerged] = useState(false);
  const saving = useSaving(resourceId, setDraft, setProblem, setMerged);
  const pending = pendingOf(draft);
  const isPending = pending !== null;
  const { isSaving, save } = saving;
  useEffect(() => {
    if (isSaving || !isPending) return undefined;
    const timer = setTimeout(() => void save(draft), problem === null ? REST : RETRY);
    return () => clearTimeout(timer);
  }, [draft, isPending, isSaving, problem, save]);
  useWarning(isPending || isSaving);
  const state: SaveState = isSaving ? 'saving' : problem !== null ? 'failed' : isPending ? 'waiting' : 'saved';
  const reload = useCallback((fresh: Latest) => setDraft(draftOf(fresh)), []);
  return { draft, setDraft, reload, state, problem, merged };
}

function useSaving(
  resourceId: string,
  setDraft: (change: (draft: Draft) => Draft) => void,
  setProblem: (problem: unknown) => void,
  setMerged: (merged: boolean) => void,
) {
  const [isSaving, setSaving] = useState(false);
  const queries = useQueryClient();
  const save = useCallback(
    async (draft: Draft) => {
      const pending = pendingOf(draft);
      if (!pending) return;
      setSaving(true);
      try {
        setDraft(await saveOnce(resourceId, draft.revision, pending, () => setMerged(true)));
        setProblem(null);
        void queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId'] });
        void queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId/transcript/versions'] });
      } catch (error) {
        setProblem(error);
      } finally {
        setSaving(false);
      }
    },
    [resourceId, queries, setDraft, setProblem, setMerged],
  );
  return { isSaving, save };
}

/** @returns what the save makes of the draft: when somebody else was faster, his changes are taken over first. */
async function saveOnce(
  resourceId: string,
  revision: number,
  pending: Pending,
  onMerge: () => void,
): Promise<(draft: Draft) => Draft> {
  const params = { resourceId };
  try {
    const body = { revision, ...pending };
    const done = await api('PATCH /api/resources/:resourceId/transcript', { params, body });
    return (draft) => saved(draft, pending, done.revision);
  } catch (error) {
    if (!isApiError(error, 'CONFLICT')) throw error;
    const latest = await api('GET /api/resources/:resourceId/transcript', { params });
    onMerge();
    return (draft) => rebase(draft, latest);
  }
}

/** The browser asks before a page is closed whose last words are not saved. */
function useWarning(isOn: boolean): void {
  const on = useRef(isOn);
  useEffect(() => {
    on.current = isOn;
  }, [isOn]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (on.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
