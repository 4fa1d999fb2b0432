/** What a browser offers for speaking; absent in some. */
type Speech = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'>;

/** A voice that has not begun by then will not. */
const PATIENCE_MS = 1500;

/**
 * Says a sentence aloud, once. Only with a voice that lives on this device: others would send the words to somebody
 * else's server. Where there is none for the language, two short tones are heard instead.
 */
export class SpokenNotice {
  private readonly said = new Set<string>();

  constructor(
    private readonly speech: Speech | undefined = globalThis.speechSynthesis,
    private readonly tone: () => void = playTone,
  ) {
    // Some browsers load the voices when they are first asked for.
    this.speech?.getVoices();
  }

  /** @param key of the fact: what was said is not said again, however often the page hears of it */
  say(key: string, text: string, language: string): void {
    if (this.said.has(key)) return;
    this.said.add(key);
    const voice = this.voiceFor(language);
    if (this.speech && voice) this.speak(this.speech, voice, text);
    else this.tone();
  }

  private voiceFor(language: string): SpeechSynthesisVoice | undefined {
    const base = (tag: string) => tag.split(/[-_]/)[0]!.toLowerCase();
    const own = this.speech?.getVoices().filter((voice) => voice.localService && base(voice.lang) === base(language));
    return own?.find(({ lang }) => lang === language) ?? own?.[0];
  }

  private speak(speech: Speech, voice: SpeechSynthesisVoice, text: string): void {
    const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang });
    const silent = (): void => {
      clearTimeout(timer);
      utterance.onerror = null;
      speech.cancel();
      this.tone();
    };
    const timer = setTimeout(silent, PATIENCE_MS);
    utterance.onstart = () => clearTimeout(timer);
    utterance.onerror = silent;
    speech.speak(utterance);
  }
}

/** Two short soft tones, made here. A browser that allows no sound yet plays nothing. */
function playTone(): void {
  if (typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  const last = [660, 880].map((frequency, i) => beep(context, frequency, context.currentTime + i * 0.22)).at(-1)!;
  last.onended = () => void context.close();
}

function beep(context: AudioContext, frequency: number, at: number): OscillatorNode {
  const oscillator = new OscillatorNode(context, { frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.12, at + 0.02);
  gain.gain.linearRampToValueAtTime(0, at + 0.18);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.2);
  return oscillator;
}
