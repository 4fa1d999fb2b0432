import { z } from 'zod';
import { Id } from '../primitives';

/** An address on the web that a link may lead to: http or https, without a name and password in it. */
export const WebAddress = z
  // `abort`: what is no address at all never gets to the check below, which takes it apart.
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, abort: true })
  .max(2_000)
  .refine((value) => {
    const { username, password } = new URL(value);
    return username === '' && password === '';
  }, 'Leave the name and the password out.');

/** A file of a resource. */
export const Attachment = z
  .object({
    id: Id,
    /** As the person who gave it called it. */
    name: z.string(),
    /** What its content is, by its bytes. */
    mediaType: z.string(),
    /** Bytes. */
    size: z.number().int(),
    url: z.string(),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof Attachment>;

/** What a contributed resource is made of. */
export const resourceContents = {
  /** Where a link leads. */
  link: z.string().nullable(),
  attachments: z.array(Attachment),
};

export const MOST_ATTACHMENTS = 50;
export const MOST_PARTS = 200;
