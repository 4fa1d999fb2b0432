import type { SpeechEngine } from './speech-engine';
import { languageName } from './languages';
import { SpeechEngines } from './speech-engines';

const engine = (name: string, languages: string[], live: string[] = []) =>
  ({ name, languages: () => languages, liveLanguages: () => live }) as SpeechEngine;

describe('SpeechEngines', () => {
  const engines = new SpeechEngines([engine('large', ['pt-BR', 'es']), engine('small', ['pt', 'en', 'es'], ['en'])]);

  it.each([
    ['es', 'large'],
    ['pt-BR', 'large'],
    ['pt-PT', 'small'],
    ['en-GB', 'small'],
  ])('chooses for %s the engine %s', (language, name) => {
    expect(engines.for(language).engine?.name).toBe(name);
  });

  it('says in words what is missing', () => {
    expect(engines.for('fr').missing).toBe('No speech model for French is installed.');
    expect(new SpeechEngines().for('km').missing).toBe('No speech model for Khmer is installed.');
  });

  it('asks for live captions only those who can follow', () => {
    expect(engines.for('en-GB', 'live').engine?.name).toBe('small');
    expect(engines.for('es', 'live').missing).toBe('No speech model for live captions in Spanish is installed.');
  });

  it('lists all languages once', () => {
    expect(engines.languages()).toEqual(['en', 'es', 'pt', 'pt-BR']);
  });

  it('names languages, even impossible ones', () => {
    expect(languageName('pt-BR')).toBe('Brazilian Portuguese');
    expect(languageName('not a tag')).toBe('not a tag');
  });
});
