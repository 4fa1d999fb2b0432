import type { RecordingStatus } from '@lectern/contracts';

/**
 * `finish`, `fail`: what the worker says; `revise`: others are to be left out than in what was made; the rest are people's
 * commands. `extra`: something besides is to be made; `leave`: it is not, after all.
 */
export type RecordingCommand = 'stop' | 'retry' | 'rerun' | 'revise' | 'extra' | 'leave' | 'cancel' | 'finish' | 'fail';

const after: Record<RecordingStatus, Partial<Record<RecordingCommand, RecordingStatus>>> = {
  recording: { stop: 'processing' },
  processing: { cancel: 'cancelled', leave: 'ready', finish: 'ready', fail: 'failed', revise: 'processing' },
  ready: { rerun: 'processing', revise: 'processing', extra: 'processing' },
  failed: { retry: 'processing', rerun: 'processing', revise: 'processing' },
  cancelled: { retry: 'processing', rerun: 'processing', revise: 'processing' },
};

/** Null when the command does not fit the status. */
export const afterCommand = (status: RecordingStatus, command: RecordingCommand): RecordingStatus | null =>
  after[status][command] ?? null;

/** Those that make something of the tracks. */
export const needsTracks: ReadonlySet<RecordingCommand> = new Set(['retry', 'rerun', 'revise', 'extra']);

/** Why a command is refused. */
export const refusals: Record<RecordingCommand, string> = {
  stop: 'It is recorded no longer.',
  retry: 'Only what has failed or was cancelled can be processed again.',
  rerun: 'A step can be made anew when the processing has ended.',
  revise: 'Nothing has been made of it yet.',
  extra: 'More is made of a recording when its processing has ended well.',
  leave: 'It is not being processed.',
  cancel: 'It is not being processed.',
  finish: 'It is not being processed.',
  fail: 'It is not being processed.',
};
