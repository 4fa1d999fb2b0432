import { z } from 'zod';
import { Id, Instant } from '../primitives';
import { endpoint } from './endpoint';
import { UploadKind } from './uploads';

export const MaterialKind = UploadKind.extract(['deck', 'clip']);
export type MaterialKind = z.infer<typeof MaterialKind>;

/** preparing → ready | failed. */
export const MaterialStatus = z.enum(['preparing', 'ready', 'failed']);
export type MaterialStatus = z.infer<typeof MaterialStatus>;

/** Slides or a video that somebody has uploaded for a webinar. Its id is that of the upload. */
export const Material = z
  .object({
    id: Id,
    webinarId: Id,
    kind: MaterialKind,
    title: z.string(),
    status: MaterialStatus,
    /** 0 to 100, while it is prepared. */
    percent: z.number(),
    /** Why it cannot be shown, in words. */
    failure: z.string().nullable(),
    /** Of a deck. */
    pages: z.number().int().nullable(),
    /** Of a clip, in seconds. */
    duration: z.number().nullable(),
    /** Whether a clip has a picture, and whether it has sound. */
    hasVideo: z.boolean(),
    hasAudio: z.boolean(),
    /** Bytes that were uploaded. */
    size: z.number().int(),
    createdAt: Instant,
  })
  .meta({ id: 'Material' });
export type Material = z.infer<typeof Material>;

export const MOST_PAGES = 500;

/** Names of a material's files, shared by who writes them, who serves them and who shows them. */
export const materialFiles = {
  /** 1920 pixels on the longer side. */
  page: (page: number) => `page-${page}.webp`,
  /** At most 60 kB, for weak lines and lists. */
  smallPage: (page: number) => `page-${page}-small.webp`,
  video: 'clip.mp4',
  /** Its sound at 64 kbit/s, for weak lines. */
  audio: 'clip.m4a',
  /** Its sound at 32 kbit/s, for lines that bear 48 in all. */
  smallAudio: 'clip-small.m4a',
  key: (materialId: string, name: string) => `materials/${materialId}/${name}`,
};

const MaterialParams = z.object({ materialId: Id });
const MaterialFileName = z.string().regex(/^(page-[1-9]\d{0,2}(-small)?\.webp|clip\.mp4|clip(-small)?\.m4a)$/);

export const materialEndpoints = {
  'GET /api/webinars/:webinarId/materials': endpoint({
    summary: 'The slides and videos of a webinar, newest first (those who may show them).',
    access: 'session',
    params: z.object({ webinarId: Id }),
    response: z.object({ materials: z.array(Material) }),
  }),
  'DELETE /api/materials/:materialId': endpoint({
    summary: 'Delete slides or a video that is not being shown (hosts; presenters their own).',
    access: 'session',
    params: MaterialParams,
    status: 204,
  }),
  'GET /api/materials/:materialId/files/:name': endpoint({
    summary: 'A page image or a video; for the audience, what has been shown and the next page.',
    access: 'session',
    params: z.object({ materialId: Id, name: MaterialFileName }),
  }),
  'GET /api/materials/:materialId/pages/:page': endpoint({
    summary: 'The text of a page, for screen readers.',
    access: 'session',
    params: MaterialParams.extend({ page: z.coerce.number().int().min(1).max(MOST_PAGES) }),
    response: z.object({ text: z.string() }),
  }),
} as const;
