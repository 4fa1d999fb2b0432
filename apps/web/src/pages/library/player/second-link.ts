const SECOND = 't';
const SOUND = 'sound';

/**
 * The query of a link into a recording.
 *
 * @param second null: where the reader stopped last, or the beginning
 * @param language the interpreters' in which it is to be heard; null: what its reader hears
 */
export function secondLink(second: number | null, language: string | null): string {
  const query = new URLSearchParams();
  if (second !== null) query.set(SECOND, String(Math.floor(second)));
  if (language !== null) query.set(SOUND, language);
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** The language that a link asks for. @param query of the page's address */
export const soundOfLink = (query: string): string | null => new URLSearchParams(query).get(SOUND);
