import { z } from 'zod';

/**
 * What a resource is. A recording comes from a webinar; the others are contributed: files, a link to elsewhere, a package
 * of files and other resources, a series of resources in their order.
 */
export const ResourceKind = z.enum(['recording', 'document', 'slides', 'link', 'package', 'series']);
export type ResourceKind = z.infer<typeof ResourceKind>;

/** What people make themselves. */
export const ContributedKind = ResourceKind.exclude(['recording']);
export type ContributedKind = z.infer<typeof ContributedKind>;

/** What each kind is made of besides its description. */
export const kindHolds: Record<ResourceKind, { files: boolean; link: boolean; parts: boolean }> = {
  recording: { files: false, link: false, parts: false },
  document: { files: true, link: false, parts: false },
  slides: { files: true, link: false, parts: false },
  link: { files: false, link: true, parts: false },
  package: { files: true, link: false, parts: true },
  series: { files: false, link: false, parts: true },
};
