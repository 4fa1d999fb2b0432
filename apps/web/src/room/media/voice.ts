import type { MediaSource, Role } from '@lectern/contracts';
import { spokenIn } from './spoken-language';

/** As what the microphone is sent. */
export interface Voice {
  source: Extract<MediaSource, 'microphone' | 'interpretation'>;
  language: string | undefined;
}

/**
 * To everybody; of an interpreter to those who listen to the chosen language, and to nobody (null) until one is chosen.
 *
 * @param language what the person has chosen to speak
 */
export function voiceOf(role: Role | undefined, languages: readonly string[], language: string | null): Voice | null {
  if (role !== 'interpreter') return { source: 'microphone', language: spokenIn(languages, language) };
  return language !== null && languages.includes(language) ? { source: 'interpretation', language } : null;
}
