import type { ProducerInfo } from '@lectern/contracts';
import { Interpreted } from './interpreted';
import { type Listening, rememberedListening, rememberListening } from './listening';
import type { HeardChannel } from './reception';

/** What this person listens to: the room, or the interpreters of a language. The choice is kept for the next visit. */
export class SoundChoice {
  private listening = rememberedListening();
  private readonly interpreted: Interpreted;
  private last: HeardChannel | null = null;

  /** @param changed something else is to be received */
  constructor(private readonly changed: () => void) {
    this.interpreted = new Interpreted(changed);
  }

  get current(): Listening {
    return this.listening;
  }

  choose(change: Partial<Listening>): void {
    this.listening = { ...this.listening, ...change };
    rememberListening(this.listening);
    this.changed();
  }

  /**
   * The same object as long as it is the same.
   *
   * @param languages the event's: what was chosen in another one may not be among them
   */
  heard(producers: readonly ProducerInfo[], languages: readonly string[]): HeardChannel | null {
    const { channel, underneath } = this.listening;
    const language = channel !== null && languages.includes(channel) ? channel : null;
    const onAir = this.interpreted.look(producers, language);
    const before = this.last;
    if (language === null) this.last = null;
    else if (before?.language !== language || before.onAir !== onAir || before.underneath !== underneath)
      this.last = { language, onAir, underneath };
    return this.last;
  }

  close(): void {
    this.interpreted.close();
  }
}
