import { SpokenNotice } from './spoken-notice';

const voice = (lang: string, localService = true) => ({ lang, localService }) as SpeechSynthesisVoice;

class Utterance {
  onstart?: () => void;
  onerror?: () => void;
  lang = '';
  constructor(readonly text: string) {}
}

describe('a spoken notice', () => {
  const spoken: Utterance[] = [];
  const tone = jest.fn();
  const withVoices = (...voices: SpeechSynthesisVoice[]) =>
    new SpokenNotice(
      { getVoices: () => voices, speak: (one) => spoken.push(one as unknown as Utterance), cancel: () => undefined },
      tone,
    );

  beforeEach(() => {
    jest.useFakeTimers();
    spoken.length = 0;
    tone.mockClear();
    Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance });
  });
  afterEach(() => jest.useRealTimers());

  it('is said in the reader’s language, once', () => {
    const notice = withVoices(voice('de-DE'), voice('fr-CA'), voice('fr-FR'));
    notice.say('r:started', 'Enregistrement', 'fr-FR');
    notice.say('r:started', 'Enregistrement', 'fr-FR');
    expect(spoken.map(({ text, lang }) => [text, lang])).toEqual([['Enregistrement', 'fr-FR']]);
    notice.say('r:stopped', 'Fin', 'fr');
    expect(spoken).toHaveLength(2);
    expect(tone).not.toHaveBeenCalled();
  });

  it.each([
    ['speaks another language', [voice('de-DE')]],
    ['sends the words away', [voice('en-US', false)]],
    ['is there', []],
  ])('is a tone where no voice of this device fits: the one that %s', (_, voices) => {
    withVoices(...voices).say('r', 'Recording', 'en');
    expect([spoken.length, tone.mock.calls.length]).toEqual([0, 1]);
  });

  it('is one tone where the voice fails or never begins', () => {
    const notice = withVoices(voice('en-US'));
    notice.say('a', 'Recording', 'en');
    spoken[0]!.onerror!();
    jest.runAllTimers();
    expect(tone).toHaveBeenCalledTimes(1);
    notice.say('b', 'Recording', 'en');
    jest.runAllTimers();
    expect(tone).toHaveBeenCalledTimes(2);
    notice.say('c', 'Recording', 'en');
    spoken[2]!.onstart!();
    jest.runAllTimers();
    expect(tone).toHaveBeenCalledTimes(2);
  });
});
