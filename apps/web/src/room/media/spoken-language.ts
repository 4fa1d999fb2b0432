import { keep, recall } from '../../ui/memory';

const KEY = 'lectern.spoken';

/** What this person spoke last; null for what an event has first. */
export const loadSpoken = (): string | null => recall(KEY);

export const saveSpoken = (language: string): void => keep(KEY, language);

/** What is to be told of a microphone: nothing where it is the event's first language, or none of its languages. */
export function spokenIn(languages: readonly string[], language: string | null): string | undefined {
  const [first, ...others] = languages;
  return language !== null && language !== first && others.includes(language) ? language : undefined;
}
