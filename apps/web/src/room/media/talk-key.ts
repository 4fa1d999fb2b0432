import { Store } from '../session/store';
import { serial } from './serial';

const KEY = 'lectern.push-to-talk';

/**
 * Push to talk: the microphone is on only while the key is held. A microphone takes a while to open, so the key may be up
 * again before it is: the last wish counts.
 */
export class TalkKey {
  readonly store = new Store({ enabled: remembered(), held: false });
  private told = false;
  private readonly align = serial(() => this.bringInLine());

  /** @param setMicrophone resolves once it is so; failures are told elsewhere */
  constructor(private readonly setMicrophone: (on: boolean) => Promise<void>) {}

  enable(enabled: boolean): void {
    this.release();
    this.store.set({ enabled });
    remember(enabled);
  }

  hold(): void {
    if (!this.store.get().enabled) return;
    this.store.set({ held: true });
    this.align();
  }

  release(): void {
    if (!this.store.get().held) return;
    this.store.set({ held: false });
    this.align();
  }

  private async bringInLine(): Promise<void> {
    const { held } = this.store.get();
    if (held === this.told) return;
    this.told = held;
    await this.setMicrophone(held);
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

function remember(enabled: boolean): void {
  try {
    localStorage.setItem(KEY, enabled ? 'on' : 'off');
  } catch {
    // Private windows may refuse; the choice then holds for this visit.
  }
}
