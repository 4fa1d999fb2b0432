import type { SpeechEngine } from './speech-engine';

/** An engine for a language, or a sentence saying why there is none. */
export type EngineChoice = { engine: SpeechEngine; missing: null } | { engine: null; missing: string };

/** The engines of this installation, in order of preference. */
export class SpeechEngines {
  constructor(private readonly engines: SpeechEngine[] = []) {}

  /** Every language that can be transcribed, as BCP 47 tags. */
  languages(): string[] {
    return [...new Set(this.engines.flatMap((engine) => engine.languages()))].sort();
  }

  /** The first engine with a model for exactly this language, else for its base language. */
  for(language: string): EngineChoice {
    const has = (tag: string) => this.engines.find((engine) => engine.languages().includes(tag));
    const engine = has(language) ?? has(baseLanguage(language));
    if (engine) return { engine, missing: null };
    return { engine: null, missing: `No speech model for ${languageName(language)} is installed.` };
  }

  /** Frees all models. */
  async close(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.close()));
  }
}

/** `pt` for `pt-BR`. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}

/** The English name of a language, for sentences: "French", "Brazilian Portuguese". */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
