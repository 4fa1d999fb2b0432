import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client';
import { Extras } from './extras';
import { ProcessingButtons } from './processing-buttons';
import { StepProgress } from './step-progress';

const EVERY = 2_000;

interface RecordingOutputsProps {
  recordingId: string;
  resourceId: string;
  /** For screen readers. */
  name: string;
}

/** On the page of a resource: what more can be made of its recording, and how far that is. */
export function RecordingOutputs({ recordingId, resourceId, name }: RecordingOutputsProps) {
  const params = { recordingId };
  const { data } = useQuery({
    queryKey: ['GET /api/recordings/:recordingId', params] as const,
    queryFn: ({ signal }) => api('GET /api/recordings/:recordingId', { params }, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'processing' ? EVERY : false),
    // Who works on a resource is not always who decides on its recording.
    retry: false,
  });
  useFreshResource(resourceId, data?.status);
  if (!data) return null;
  if (data.status !== 'processing') return <Extras recording={data} />;
  return (
    <>
      <StepProgress step={data.step} percent={data.percent} />
      {data.extra !== null && <ProcessingButtons recordingId={data.id} status={data.status} name={name} />}
    </>
  );
}

/** What was made is offered as soon as it is there. */
function useFreshResource(resourceId: string, status: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (status !== 'processing') return undefined;
    return () => void queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId'] });
  }, [queries, resourceId, status]);
}
