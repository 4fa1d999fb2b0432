import { z } from 'zod';

/** A part of a recording that has a name; it ends where the next one begins. */
export const Chapter = z
  .object({
    /** Second of the video. */
    at: z.number(),
    title: z.string(),
    /** What it was taken from; `start` is what came before all else. */
    kind: z.enum(['start', 'agenda', 'slide', 'question']),
  })
  .meta({ id: 'Chapter' });
export type Chapter = z.infer<typeof Chapter>;

/** A file that was made of a recording, and lies in the storage. */
export const ResourceFile = z.object({ name: z.string().max(100), bytes: z.number().int() });
export type ResourceFile = z.infer<typeof ResourceFile>;

/** What can be had of a recording as one file: the video, the same in other formats, its sound, the slides shown in it. */
export const mediaFormats = ['mp4', 'webm', 'grid', 'audio', 'slides'] as const;
export const MediaFormat = z.enum(mediaFormats);
export type MediaFormat = z.infer<typeof MediaFormat>;

/** Part of a resource's details. */
export const resourceOutputs = {
  /** In the order of time, the first at the beginning; none where nothing divides the recording. */
  chapters: z.array(Chapter),
  /** The chapters as WebVTT; null where there are none. */
  chaptersUrl: z.string().nullable(),
  /** WebVTT whose cues name small pictures for the seek bar. */
  thumbnailsUrl: z.string().nullable(),
  media: z.array(z.object({ format: MediaFormat, url: z.string(), bytes: z.number().int().nullable() })),
  /** The questions that were approved, with their answers; null where there are none. */
  questionFiles: z.object({ csv: z.string(), json: z.string(), html: z.string() }).nullable(),
  /** Whether anyone may have the slides that were shown, as a file. */
  offersSlides: z.boolean(),
};
