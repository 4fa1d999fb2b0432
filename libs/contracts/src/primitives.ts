import { z } from 'zod';

/** Identifiers are UUIDv7: unguessable enough to be public, and sorted by time. */
export const Id = z.uuid();

/** RFC 3339 in UTC with milliseconds, `2026-11-22T09:30:00.000Z`: also how it is stored, so text order is time order. */
export const Instant = z.iso.datetime({ precision: 3 });

/** A point in time as people's software sends it: any RFC 3339 offset; normalised to {@link Instant}. */
export const InstantInput = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  // With its offset, the last day of the year 9999 may lie in the year 10000, which has more digits.
  .refine((value) => Instant.safeParse(value).success, 'Must lie in the years 0 to 9999.');

/** Where a page of a list begins: after the entry of this time and id. Made by {@link cursorAfter}. */
export const Cursor = z
  .string()
  .max(100)
  .transform((value, context) => {
    const [at, id] = value.split('_');
    const cursor = z.object({ at: Instant, id: Id }).safeParse({ at, id });
    if (cursor.success) return cursor.data;
    context.addIssue({ code: 'custom', message: 'Not a cursor of this list.' });
    return z.NEVER;
  });
export type Cursor = z.infer<typeof Cursor>;

export const cursorAfter = ({ at, id }: Cursor): string => `${at}_${id}`;

/** BCP 47 language tag (`en`, `pt-BR`, `zh-Hant`), in canonical case. */
export const LanguageTag = z
  .string()
  .max(35)
  .transform((value, context) => {
    try {
      return Intl.getCanonicalLocales(value)[0] ?? value;
    } catch {
      context.addIssue({ code: 'custom', message: 'Not a BCP 47 language tag, like "en" or "pt-BR".' });
      return z.NEVER;
    }
  });

/** IANA time zone name, `Asia/Phnom_Penh`. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'Not an IANA time zone, like "Europe/Paris".');

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

// Control characters other than line breaks and tabs, and bidirectional overrides that could disguise a text.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** One line of text that people read: trimmed, without control characters, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((value) => value.replace(unprintable, '').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'Must not be empty.').max(max));

/** Text of several lines: trimmed, without control characters, `min` to `max` characters. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .max(max * 4)
    .transform((value) => value.replace(unprintable, '').trim())
    .pipe(z.string().min(min).max(max));

export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** At least 10 characters; long pass phrases are welcome (NIST SP 800-63B asks for length, not for symbols). */
export const Password = z.string().min(10, 'Use at least 10 characters.').max(200);

/** Made by the client for each ask, message or command, so that a retry is never done twice. */
export const ClientId = z.uuid();

/** Place in a room's order of changes: each change of a question or message gets the next one. */
export const Sequence = z.number().int().nonnegative();
