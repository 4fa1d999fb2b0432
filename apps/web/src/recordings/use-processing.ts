import type { ExtraFormat, UsualStep } from '@lectern/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';

/** What one can do with the processing of a recording; whoever shows it is brought up to date. */
export function useProcessing(recordingId: string) {
  const queries = useQueryClient();
  const params = { recordingId };
  const onSuccess = () =>
    Promise.all(
      ['GET /api/webinars/:webinarId/recordings', 'GET /api/recordings/:recordingId', 'GET /api/jobs'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const retry = useMutation({
    mutationFn: () => api('POST /api/recordings/:recordingId/retry', { params }),
    onSuccess,
  });
  const cancel = useMutation({
    mutationFn: () => api('POST /api/recordings/:recordingId/cancel', { params }),
    onSuccess,
  });
  const rerun = useMutation({
    mutationFn: (step: UsualStep) => api('POST /api/recordings/:recordingId/rerun', { params, body: { step } }),
    onSuccess,
  });
  const make = useMutation({
    mutationFn: (format: ExtraFormat) => api('POST /api/recordings/:recordingId/extras', { params, body: { format } }),
    onSuccess,
  });
  const transcribe = useMutation({
    mutationFn: () => api('POST /api/recordings/:recordingId/transcribe', { params }),
    onSuccess,
  });
  const error = retry.error ?? cancel.error ?? rerun.error ?? make.error ?? transcribe.error;
  return { retry, cancel, rerun, make, transcribe, error };
}

export type Processing = ReturnType<typeof useProcessing>;
