import { z } from 'zod';
import { Id, Instant, text } from '../primitives';
import { endpoint } from './endpoint';
import { Licence } from './library';
import { resourceMetadata } from './resource-metadata';

/** What a version keeps: all that people say of a resource, and what it is made of. */
export const VersionContent = z
  .object({
    title: z.string(),
    description: z.string(),
    languages: z.array(z.string()),
    licence: Licence,
    authors: z.array(z.string()),
    link: z.string().nullable(),
    ...resourceMetadata,
    parts: z.array(z.object({ id: Id, title: z.string() })),
    files: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'VersionContent' });
export type VersionContent = z.infer<typeof VersionContent>;

export const VersionField = VersionContent.keyof();
export type VersionField = z.infer<typeof VersionField>;

/** `published`: as a review or its owner made it public. `restored`: an earlier version, brought back. */
export const VersionKind = z.enum(['published', 'changed', 'restored']);
export type VersionKind = z.infer<typeof VersionKind>;

/** A publication, or one person's changes of what is public at one sitting. */
export const ResourceVersion = z
  .object({
    number: z.number().int(),
    kind: VersionKind,
    /** Null for readers, and for what was published before versions were kept. */
    author: z.string().nullable(),
    changedAt: Instant,
    /** Compared with the version before. */
    changes: z.array(VersionField),
    /** What was changed and why, where somebody said so. */
    note: z.string(),
    restoredFrom: z.number().int().nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'ResourceVersion' });
export type ResourceVersion = z.infer<typeof ResourceVersion>;

const Params = z.object({ resourceId: Id });
const VersionParams = z.object({ resourceId: Id, number: z.coerce.number().int().min(1) });

export const versionEndpoints = {
  'GET /api/resources/:resourceId/versions': endpoint({
    summary: 'Versions of a resource, the newest first: when and what was changed (and by whom: owner and librarians).',
    access: 'public',
    params: Params,
    response: z.object({ versions: z.array(ResourceVersion) }),
  }),
  'GET /api/resources/:resourceId/versions/:number': endpoint({
    summary: 'What a resource said in a version (owner and librarians).',
    access: 'session',
    params: VersionParams,
    response: VersionContent,
  }),
  'POST /api/resources/:resourceId/versions/:number/restore': endpoint({
    summary: 'Make a resource again what it was in a version: a new version of what is public, a draft of what is not.',
    access: 'session',
    params: VersionParams,
    status: 204,
  }),
  'PUT /api/resources/:resourceId/versions/:number/note': endpoint({
    summary: 'Say what was changed in a version and why, for everyone to read.',
    access: 'session',
    params: VersionParams,
    body: z.object({ note: text(500, 0) }),
    status: 204,
  }),
  'DELETE /api/resources/:resourceId/versions/:number': endpoint({
    summary: 'Forget an old version, with the files that no other version has (librarians).',
    access: 'session',
    params: VersionParams,
    status: 204,
  }),
} as const;
