import type { ExtraFormat, ProcessStep } from '@lectern/contracts';
import type { SpeechEngines } from '@lectern/speech';
import type { z } from 'zod';
import type { RecordingFolder } from './recording-folder';
import type { FetchMaterial } from './shown-media';

/** What steps know beside the recording's folder. */
export interface StepSettings {
  speech: SpeechEngines;
  /** The event's languages; the first is that of tracks which name none. */
  languages: string[];
  /** Where the slides and videos are that were shown. */
  fetchMaterial?: FetchMaterial;
  /** Participants of whom nothing may be in the result; nobody by default. */
  leftOut?: ReadonlySet<string>;
  /** What is made beside the usual; nothing by default. */
  extras?: readonly ExtraFormat[];
  /** Shown on the card of recordings without picture. */
  title?: string;
  /** `ffmpeg` on the PATH by default. */
  ffmpegPath?: string;
  signal?: AbortSignal;
}

export interface StepContext extends StepSettings {
  folder: RecordingFolder;
  /** The result of a step that this one needs. */
  read: <R>(step: Step<R>) => Promise<R>;
  /** `done`: 0 to 1 of this step. */
  onProgress: (done: number) => void;
}

/**
 * One step of processing a recording. What it returns is kept in the recording's folder, so that a later run finds it;
 * it may be cut off at any moment and run again.
 */
export interface Step<R = unknown> {
  readonly name: ProcessStep;
  /** Whose results it reads. They stand before it in the order of steps. */
  readonly needs: readonly ProcessStep[];
  /** How long it takes, against the others. */
  readonly share: number;
  /** Its files lie in `work/` and go with it: it is run again only for a step that needs them. */
  readonly passing?: boolean;
  readonly result: z.ZodType<R>;
  /** Paths, from the recording's folder, of what it has made: without one of them its result does not count. */
  files(result: R): string[];
  run(context: StepContext): Promise<R>;
}
