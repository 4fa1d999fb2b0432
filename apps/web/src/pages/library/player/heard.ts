import type { Cue } from '@lectern/contracts';
import { keep, recall } from '../../../ui/memory';

const KEY = 'lectern.sound';
const ORIGINAL = 'original';

/** The interpreters' language that was chosen in this browser, where this recording has it; null: the original sound. */
export function rememberedSound(channels: readonly string[]): string | null {
  const stored = recall(KEY);
  return channels.find((language) => language === stored) ?? null;
}

export const rememberSound = (language: string | null): void => keep(KEY, language ?? ORIGINAL);

/** What is to be read beside the sound: with the original what was said in the room, else all that was said in a language. */
export const cuesHeard = (cues: readonly Cue[], language: string | null): readonly Cue[] =>
  cues.filter((cue) => (language === null ? !cue.interpreted : cue.language === language));
