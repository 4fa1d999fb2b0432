import { z } from 'zod';
import { Id, Instant } from '../primitives';
import { Cue, ResourceQuestion } from '../rest/library';
import { ProcessJob } from '../rest/recordings';
import { Chapter, ResourceFile } from '../rest/resource-outputs';

/** What a processed recording hands to the library, kept as a file beside the video. */
export const ImportManifest = z.object({
  resourceId: Id,
  recordingId: Id,
  webinarId: Id,
  ownerId: Id,
  title: z.string(),
  description: z.string(),
  languages: z.array(z.string()),
  authors: z.array(z.string()),
  recordedAt: Instant,
  /** Seconds. */
  duration: z.number(),
  /** Languages of the captions files, `captions.<language>.vtt`. */
  captions: z.array(z.string()),
  /** Languages of the interpreters: their sound is `audio.<language>.m4a`, and alternate audio in HLS. */
  channels: z.array(z.string()).default([]),
  hasPoster: z.boolean(),
  /** Whether there are the files of HLS. */
  hasRenditions: z.boolean().default(false),
  /** What is missing, in words; null when nothing is. */
  notice: z.string().nullable(),
  cues: z.array(Cue),
  /** Somebody is left out who was in before: a corrected transcript may hold their words, and goes. */
  transcriptAnew: z.boolean().default(false),
  questions: z.array(ResourceQuestion),
  chapters: z.array(Chapter).max(200).default([]),
  /** Further files beside the video, each with its size. */
  files: z.array(ResourceFile).max(100).default([]),
});
export type ImportManifest = z.infer<typeof ImportManifest>;

/** Every job that goes through the queue: `noun.verb` → its payload. */
export const jobs = {
  /** One step of processing a recording. Safe to run again; a job of an overtaken run does nothing. */
  'recording.process': z.object({ recordingId: Id, run: z.number().int(), step: ProcessJob }),
  /**
   * A processed recording becomes a draft in the library; running it again changes the same draft. `run`: of which
   * processing it is the end.
   */
  'library.import': z.object({ recordingId: Id, resourceId: Id, run: z.number().int().optional() }),
  /**
   * Removes for good the single tracks of a recording, or a resource with all that belongs to it. Safe to run again.
   */
  'library.purge': z.object({ resourceId: Id, recordingId: Id.nullable(), what: z.enum(['tracks', 'all']) }),
  /** An uploaded deck → page images, an uploaded clip → what every browser plays. Safe to run again. */
  'material.prepare': z.object({ materialId: Id }),
} as const;

/**
 * `long` jobs run one after the other for hours; somebody waits for a `prompt` one, perhaps in front of an audience, and
 * it runs beside them.
 */
export const jobLanes = {
  'recording.process': 'long',
  'library.import': 'long',
  'library.purge': 'prompt',
  'material.prepare': 'prompt',
} as const satisfies Record<keyof typeof jobs, 'long' | 'prompt'>;
export type JobLane = (typeof jobLanes)[JobName];

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]>;
