import { randomUUID } from 'node:crypto';

/**
 * A new UUIDv7 (RFC 9562 §5.7): sorted by time, 74 random bits. They are those of a version 4, for which Node fetches
 * random bytes in bulk: asking the system for 16 of them at a time costs more than the rest of a small write.
 *
 * @param now milliseconds since 1970
 */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  // What stands before is the time's 48 bits and the version; from the variant on, all is random.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
