import type { ProducerInfo } from '@lectern/contracts';
import { isOnAir } from './listening';

/** Who coughs, or hands over to a colleague, is silent for a moment: the room must not break in. Recordings have the same. */
export const HOLD_MS = 2_000;

/** Whether a channel is to be heard in place of the room: from when an interpreter is on air to a moment after the last was. */
export class Interpreted {
  private on = false;
  private channel: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed the moment is over */
  constructor(private readonly changed: () => void) {}

  /** What it is now. */
  look(producers: readonly ProducerInfo[], channel: string | null): boolean {
    if (channel !== this.channel) this.begin(channel);
    if (channel !== null && isOnAir(producers, channel)) {
      this.stopTimer();
      this.on = true;
    } else if (this.on) this.timer ??= setTimeout(() => this.end(), HOLD_MS);
    return this.on;
  }

  close(): void {
    this.begin(null);
  }

  private begin(channel: string | null): void {
    this.stopTimer();
    this.channel = channel;
    this.on = false;
  }

  private end(): void {
    this.stopTimer();
    this.on = false;
    this.changed();
  }

  private stopTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
