import { TypedEmitter } from './typed-emitter';

/** The events that every live object has. */
export type LiveEvents = { closed: [] };

/**
 * Something that lives and ends once. `close()` may be called any number of times, from anywhere, also by listeners of
 * its own events: the first call tears down, tells `closed` last, then forgets all listeners.
 */
export abstract class LiveObject<Events extends LiveEvents & Record<string, unknown[]>> extends TypedEmitter<Events> {
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.teardown();
    this.tell('closed', ...([] as Events['closed']));
    this.forgetListeners();
  }

  /** Ends what this object owns. It runs once, with `closed` already true. */
  protected abstract teardown(): void;
}
