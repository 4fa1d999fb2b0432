import { baseLanguage, languageName } from './languages';
import type { SpeechUse } from './models/choose-model';
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
  for(language: string, use: SpeechUse = 'recording'): EngineChoice {
    const tags = (engine: SpeechEngine) => (use === 'live' ? engine.liveLanguages() : engine.languages());
    const has = (tag: string) => this.engines.find((engine) => tags(engine).includes(tag));
    const engine = has(language) ?? has(baseLanguage(language));
    if (engine) return { engine, missing: null };
    const what = use === 'live' ? 'speech model for live captions in' : 'speech model for';
    return { engine: null, missing: `No ${what} ${languageName(language)} is installed.` };
  }

  /** Frees all models. */
  async close(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.close()));
  }
}
