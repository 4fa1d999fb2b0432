import { baseLanguage } from '../languages';
import type { InstalledModel } from './model-folder';
import type { ModelKind } from './model-manifest';

/** What a model is wanted for: a whole recording, or people who speak now. */
export type SpeechUse = 'recording' | 'live';

/** Which kinds serve, the best first. */
const serves: Record<SpeechUse, readonly ModelKind[]> = {
  recording: ['transducer', 'sense-voice', 'whisper', 'streaming-transducer'],
  live: ['streaming-transducer'],
};

/**
 * The model for a language: one that has exactly this tag before one for its base language, and among these by kind.
 * Small models of few languages come before large ones of many: what speaks one language speaks it better and faster.
 */
export function chooseModel(models: InstalledModel[], language: string, use: SpeechUse): InstalledModel | undefined {
  const usable = models.filter(({ manifest }) => serves[use].includes(manifest.kind));
  const rank = ({ manifest }: InstalledModel) => serves[use].indexOf(manifest.kind);
  const of = (tag: string) =>
    usable
      .filter(({ manifest }) => manifest.languages.includes(tag))
      .sort((a, b) => rank(a) - rank(b) || a.manifest.languages.length - b.manifest.languages.length)[0];
  return of(language) ?? of(baseLanguage(language));
}

/** Every language that some model serves. */
export function languagesOf(models: InstalledModel[], use: SpeechUse): string[] {
  const usable = models.filter(({ manifest }) => serves[use].includes(manifest.kind));
  return [...new Set(usable.flatMap(({ manifest }) => manifest.languages))];
}
