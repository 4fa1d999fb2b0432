import { z } from 'zod';

/**
 * How far a resource is. `submitted`: a librarian looks at it. `returned`: changes were asked for. `withdrawn`: it was
 * public once, and its address says that it is no more.
 */
export const ResourceStatus = z.enum(['draft', 'submitted', 'returned', 'published', 'declined', 'withdrawn']);
export type ResourceStatus = z.infer<typeof ResourceStatus>;

/** What people do with a resource. */
export const resourceActions = [
  'view',
  'edit',
  /** Its transcript alone. */
  'correct',
  'submit',
  'take-back',
  'comment',
  'review',
  'publish',
  'withdraw',
  /** An old one, with the files that no other has. */
  'forget-version',
  'trash',
  'restore',
  /** For good. */
  'purge',
] as const;
export const ResourceAction = z.enum(resourceActions);
export type ResourceAction = z.infer<typeof ResourceAction>;
