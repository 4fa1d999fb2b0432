import { chooseModel, languagesOf, type SpeechUse } from './choose-model';
import type { InstalledModel } from './model-folder';
import type { ModelKind } from './model-manifest';

const model = (name: string, kind: ModelKind, languages: string[]) =>
  ({ folder: name, manifest: { name, kind, languages } }) as unknown as InstalledModel;

const models = [
  model('whisper', 'whisper', ['en', 'fr', 'km', 'zh', 'pt']),
  model('parakeet', 'transducer', ['en', 'fr', 'pt']),
  model('brazilian', 'whisper', ['pt-BR']),
  model('sense', 'sense-voice', ['zh', 'yue']),
  model('live-fr', 'streaming-transducer', ['fr']),
  model('live-lo', 'streaming-transducer', ['lo']),
  model('silero', 'vad', []),
];

describe('chooseModel', () => {
  it.each<[string, SpeechUse, string | undefined]>([
    ['en', 'recording', 'parakeet'],
    ['en-GB', 'recording', 'parakeet'],
    ['km', 'recording', 'whisper'],
    ['zh', 'recording', 'sense'],
    ['pt-BR', 'recording', 'brazilian'],
    ['pt-PT', 'recording', 'parakeet'],
    ['lo', 'recording', 'live-lo'],
    ['ar', 'recording', undefined],
    ['fr', 'live', 'live-fr'],
    ['en', 'live', undefined],
  ])('takes for %s (%s) %s', (language, use, name) => {
    expect(chooseModel(models, language, use)?.manifest.name).toBe(name);
  });

  it('lists languages by what they can be used for', () => {
    expect(languagesOf(models, 'live')).toEqual(['fr', 'lo']);
    expect(languagesOf(models, 'recording')).toContain('km');
  });
});
