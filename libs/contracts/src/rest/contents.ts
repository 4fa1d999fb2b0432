import { z } from 'zod';
import { Id, LanguageTag, line, text } from '../primitives';
import { endpoint } from './endpoint';
import { Licence, Resource } from './library';
import { MOST_PARTS, WebAddress } from './resource-contents';
import { ContributedKind } from './resource-kinds';

const ResourceParams = z.object({ resourceId: Id });
const AttachmentParams = z.object({ resourceId: Id, attachmentId: Id });

/** Making resources that are no recordings; their files come as uploads of the kind `attachment`. */
export const contentEndpoints = {
  'POST /api/resources': endpoint({
    summary: 'Begin a contribution: a document, slides, a link, a package or a series, as a draft.',
    access: 'session',
    body: z
      .object({
        kind: ContributedKind,
        title: line(160),
        description: text(10_000, 0).default(''),
        languages: z.array(LanguageTag).min(1).max(20),
        licence: Licence,
        authors: z.array(line(120)).max(50).default([]),
        institutions: z.array(line(160)).max(20).default([]),
        /** Needed for a link, and for nothing else. */
        link: WebAddress.optional(),
      })
      .refine(({ kind, link }) => (kind === 'link') === (link !== undefined), {
        path: ['link'],
        message: 'A link needs its address, and only a link has one.',
      }),
    response: Resource,
    status: 201,
  }),
  'PUT /api/resources/:resourceId/parts': endpoint({
    summary: 'What a series or a package lists, in this order: published resources, or the caller’s own.',
    access: 'session',
    params: ResourceParams,
    body: z.object({
      parts: z
        .array(Id)
        .max(MOST_PARTS)
        .refine((ids) => new Set(ids).size === ids.length, 'Each only once.'),
    }),
    response: z.object({ parts: z.array(Resource) }),
  }),
  'GET /api/resources/:resourceId/attachments/:attachmentId': endpoint({
    summary: 'A file of a resource; pictures and PDF are shown, all else is downloaded.',
    access: 'public',
    params: AttachmentParams,
  }),
  'DELETE /api/resources/:resourceId/attachments/:attachmentId': endpoint({
    summary: 'Remove a file from a resource.',
    access: 'session',
    params: AttachmentParams,
    status: 204,
  }),
} as const;
