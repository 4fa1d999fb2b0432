import type { RecordingStatus } from '@lectern/contracts';

/** `finish`, `fail`: what the worker says; the rest are people's commands. */
export type RecordingCommand = 'stop' | 'retry' | 'rerun' | 'cancel' | 'finish' | 'fail';

const after: Record<RecordingStatus, Partial<Record<RecordingCommand, RecordingStatus>>> = {
  recording: { stop: 'processing' },
  processing: { cancel: 'cancelled', finish: 'ready', fail: 'failed' },
  ready: { rerun: 'processing' },
  failed: { retry: 'processing', rerun: 'processing' },
  cancelled: { retry: 'processing', rerun: 'processing' },
};

/** Null when the command does not fit the status. */
export const afterCommand = (status: RecordingStatus, command: RecordingCommand): RecordingStatus | null =>
  after[status][command] ?? null;

/** Why a command is refused. */
export const refusals: Record<RecordingCommand, string> = {
  stop: 'It is recorded no longer.',
  retry: 'Only what has failed or was cancelled can be processed again.',
  rerun: 'A step can be made anew when the processing has ended.',
  cancel: 'It is not being processed.',
  finish: 'It is not being processed.',
  fail: 'It is not being processed.',
};
