import { z } from 'zod';
import { Instant, line, text } from '../primitives';
import { endpoint } from './endpoint';
import { Resource } from './library';
import { WebAddress } from './resource-contents';
import { ResourceKind } from './resource-kinds';

/** How an institution is called in addresses and sets: small ASCII letters, digits and hyphens. */
export const PartnerSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100);

/** An institution that has given something to the library. */
export const Partner = z
  .object({
    slug: z.string(),
    name: z.string(),
    /** ISO 3166-1 alpha-2. */
    country: z.string().nullable(),
    /** Published resources. */
    resources: z.number().int(),
  })
  .meta({ id: 'Partner' });
export type Partner = z.infer<typeof Partner>;

export const PartnerDetail = z
  .object({
    ...Partner.shape,
    description: z.string(),
    website: z.string().nullable(),
    /** As it is written in its resources: what searches are narrowed by. */
    names: z.array(z.string()),
    /** What it gave, the most frequent kind first. */
    kinds: z.array(z.object({ kind: ResourceKind, count: z.number().int() })),
    languages: z.array(z.string()),
    /** Seconds of its recordings. */
    duration: z.number(),
    /** When its first and its latest resource were published. */
    firstAt: Instant.nullable(),
    latestAt: Instant.nullable(),
    /** Its series, the newest first. */
    series: z.array(Resource),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'PartnerDetail' });
export type PartnerDetail = z.infer<typeof PartnerDetail>;

const Params = z.object({ slug: PartnerSlug });

export const partnerEndpoints = {
  'GET /api/partners': endpoint({
    summary: 'Institutions whose resources are published, by name.',
    access: 'public',
    query: z.object({
      after: PartnerSlug.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: z.object({ partners: z.array(Partner), next: z.string().nullable() }),
  }),
  'GET /api/partners/:slug': endpoint({
    summary: 'An institution and what it gave.',
    access: 'public',
    params: Params,
    response: PartnerDetail,
  }),
  'PUT /api/partners/:slug': endpoint({
    summary: 'Say who an institution is (librarians).',
    access: 'session',
    params: Params,
    body: z.object({
      name: line(160),
      description: text(5_000, 0),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
      website: WebAddress.nullable(),
    }),
    status: 204,
  }),
} as const;
