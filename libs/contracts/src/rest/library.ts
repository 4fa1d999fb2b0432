import { z } from 'zod';
import { Cursor, Id, Instant, LanguageTag, line, text } from '../primitives';
import { endpoint } from './endpoint';
import { resourceContents, WebAddress } from './resource-contents';
import { ResourceKind } from './resource-kinds';
import { resourceMetadata } from './resource-metadata';
import { resourceOutputs } from './resource-outputs';
import { ResourceAction, ResourceStatus } from './resource-status';

/** Licences offered, by their SPDX identifiers. */
export const licences = [
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-4.0',
  'CC0-1.0',
] as const;
export const Licence = z.enum(licences);

export const Resource = z
  .object({
    id: Id,
    kind: ResourceKind,
    status: ResourceStatus,
    title: z.string(),
    description: z.string(),
    languages: z.array(z.string()),
    licence: Licence,
    authors: z.array(z.string()),
    /** Seconds. */
    duration: z.number(),
    posterUrl: z.string().nullable(),
    recordedAt: Instant.nullable(),
    publishedAt: Instant.nullable(),
  })
  .meta({ id: 'Resource' });
export type Resource = z.infer<typeof Resource>;

/** One cue of a transcript; times in seconds from the start of the video. */
export const Cue = z
  .object({
    start: z.number(),
    end: z.number(),
    speaker: z.string(),
    text: z.string(),
    /** How sure speech recognition was, 0 to 1; unset where it does not say, or a person has written the text. */
    confidence: z.number().min(0).max(1).nullish(),
    /** BCP 47: in which language it was said; unset where that is not known. */
    language: z.string().max(35).nullish(),
    /** Said by an interpreter: it is what others say at that time, in another language. */
    interpreted: z.boolean().optional(),
  })
  .meta({ id: 'Cue' });
export type Cue = z.infer<typeof Cue>;

export const ResourceQuestion = z
  .object({
    id: Id,
    text: z.string(),
    author: z.string().nullable(),
    votes: z.number().int(),
    /** Second of the video at which it was taken up (or asked); null when outside the recording. */
    at: z.number().nullable(),
    answers: z.array(z.object({ author: z.string(), text: z.string() })),
  })
  .meta({ id: 'ResourceQuestion' });
export type ResourceQuestion = z.infer<typeof ResourceQuestion>;

export const ResourceDetail = z
  .object({
    ...Resource.shape,
    ...resourceMetadata,
    ...resourceContents,
    ...resourceOutputs,
    /** Recordings, documents and so on that this series or package lists, in its order. */
    parts: z.array(Resource),
    /** Published series and packages that list this one. */
    partOf: z.array(Resource),
    /** Its institutions that have a page here, which are those of what is public. */
    partners: z.array(z.object({ slug: z.string(), name: z.string() })),
    webinarId: Id.nullable(),
    /** Of what was recorded here, for those who work on it. */
    recordingId: Id.nullable(),
    /** Null for what is no recording. */
    videoUrl: z.string().nullable(),
    /** HLS: the video in several qualities, and its sound alone. */
    playlistUrl: z.string().nullable(),
    /** The interpreters' languages: the whole sound in each, as a file. The playlist has them as alternate audio. */
    channels: z.array(z.object({ language: z.string(), url: z.string(), bytes: z.number().int().nullable() })),
    /**
     * What was said in each language, by whom it was spoken and by interpreters: as captions (WebVTT), as SubRip, and as
     * text to read. Of an old recording in several languages there are the captions alone.
     */
    captions: z.array(
      z.object({ language: z.string(), url: z.string(), srt: z.string().nullable(), text: z.string().nullable() }),
    ),
    /** The transcript of what was said in the room, in whatever language; null where there is none. */
    transcriptUrl: z.string().nullable(),
    transcript: z.array(Cue),
    questions: z.array(ResourceQuestion),
    /** What is missing and why (no transcript for this language, say). */
    notice: z.string().nullable(),
    mayEdit: z.boolean(),
    /** Which version is public, or was last, and since when; null for what never was. */
    version: z.object({ number: z.number().int(), changedAt: Instant }).nullable(),
    /** What the caller may do with it as it is now. */
    may: z.array(ResourceAction),
  })
  .meta({ id: 'ResourceDetail' });
export type ResourceDetail = z.infer<typeof ResourceDetail>;

export const metadataFormats = ['schema.org', 'dublin-core', 'lom'] as const;

/** https://oembed.com, type `video`. */
export const OEmbed = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('video'),
    title: z.string(),
    author_name: z.string().optional(),
    provider_name: z.string(),
    provider_url: z.string(),
    thumbnail_url: z.string().optional(),
    thumbnail_width: z.number().int().optional(),
    thumbnail_height: z.number().int().optional(),
    html: z.string(),
    width: z.number().int(),
    height: z.number().int(),
  })
  .meta({ id: 'OEmbed' });
export type OEmbed = z.infer<typeof OEmbed>;

const ResourceParams = z.object({ resourceId: Id });

export const libraryEndpoints = {
  'GET /api/resources': endpoint({
    summary: 'Published resources, newest first; scope=drafts lists what the caller works on.',
    access: 'public',
    query: z.object({
      scope: z.enum(['published', 'drafts']).default('published'),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(24),
    }),
    response: z.object({ resources: z.array(Resource), nextCursor: z.string().nullable() }),
  }),
  'GET /api/resources/:resourceId': endpoint({
    summary: 'One resource with transcript and questions (drafts: to whom they belong).',
    access: 'public',
    params: ResourceParams,
    response: ResourceDetail,
  }),
  'PATCH /api/resources/:resourceId': endpoint({
    summary: 'Change what the library says of a resource.',
    access: 'session',
    params: ResourceParams,
    body: z
      .object({
        title: line(160),
        description: text(10_000, 0),
        languages: z.array(LanguageTag).min(1).max(20),
        licence: Licence,
        authors: z.array(line(120)).max(50),
        link: WebAddress,
        offersSlides: z.boolean(),
        /** What was changed and why, for the history of what is published. */
        versionNote: text(500, 0),
        ...resourceMetadata,
      })
      .partial(),
    response: Resource,
  }),
  'POST /api/resources/:resourceId/publish': endpoint({
    summary: 'Publish without a review: librarians, and whom the library’s settings allow it.',
    access: 'session',
    params: ResourceParams,
    response: Resource,
  }),
  'POST /api/resources/:resourceId/unpublish': endpoint({
    summary: 'Withdraw a published resource: its address says from then on that it is gone, since when, and why.',
    access: 'session',
    params: ResourceParams,
    body: z.object({ reason: text(1_000) }),
    response: Resource,
  }),
  'GET /api/resources/:resourceId/files/:name': endpoint({
    summary: 'A file of a resource (video, sound, captions, chapters, questions …); byte ranges are answered.',
    access: 'public',
    params: z.object({ resourceId: Id, name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/) }),
  }),
  'GET /api/resources/:resourceId/metadata/:format': endpoint({
    summary: 'What is said of a published resource: schema.org as JSON-LD, Dublin Core or IEEE LOM as XML.',
    access: 'public',
    params: z.object({ resourceId: Id, format: z.enum(metadataFormats) }),
  }),
  'GET /api/oembed': endpoint({
    summary: 'oEmbed 1.0: how another site shows the player of a published resource.',
    access: 'public',
    query: z.object({
      url: z.url().max(2_000),
      maxwidth: z.coerce.number().int().min(1).max(10_000).optional(),
      maxheight: z.coerce.number().int().min(1).max(10_000).optional(),
      format: z.enum(['json']).default('json'),
    }),
    response: OEmbed,
  }),
} as const;
