import type { Libc } from './libc';

const POLLIN = 1;
const POLLNVAL = 0x20;

/** Sleep with one ear open: for a descriptor, and nothing else of what the event loop waits for. */
export class Doze {
  /** A `pollfd` of poll(2): descriptor, wanted events, events that came. */
  readonly #pollfd = new Int32Array(2);
  readonly #bytes = new Uint8Array(this.#pollfd.buffer);
  readonly #events = new Int16Array(this.#pollfd.buffer, 4);

  /** `descriptor`: something to read from it ends the sleep. */
  constructor(
    private readonly libc: Libc,
    descriptor: number,
  ) {
    this.#pollfd[0] = descriptor;
    this.#events[0] = POLLIN;
  }

  /** Blocks the thread. Throws when it cannot sleep. */
  sleep(milliseconds: number): void {
    const { poll, errno, errors } = this.libc;
    const error = poll(this.#bytes, 1, milliseconds) < 0 ? errno() : errors.EINTR;
    if (error !== errors.EINTR) throw new Error(`The capture process cannot sleep (error ${error}).`);
    if (this.#events[1]! & POLLNVAL) throw new Error('The capture process listens to a descriptor that is not open.');
  }
}
