import { EventEmitter } from 'node:events';
import type { SfuLogger } from './options';

type EventMap = Record<string, unknown[]>;
type AnyListener = (...args: unknown[]) => void;

/**
 * An event emitter with typed events that only its owner can fire. A listener that throws is logged and the next one
 * still runs: a fault of one subscriber must not stop a closing cascade half-way.
 */
export class TypedEmitter<Events extends EventMap> {
  readonly #emitter = new EventEmitter();

  constructor(protected readonly logger: SfuLogger) {}

  on<E extends keyof Events & string>(event: E, listener: (...args: Events[E]) => void): this {
    this.#emitter.on(event, listener as AnyListener);
    return this;
  }

  once<E extends keyof Events & string>(event: E, listener: (...args: Events[E]) => void): this {
    this.#emitter.once(event, listener as AnyListener);
    return this;
  }

  off<E extends keyof Events & string>(event: E, listener: (...args: Events[E]) => void): this {
    this.#emitter.off(event, listener as AnyListener);
    return this;
  }

  /** How many listeners wait for an event, or for any. */
  listenerCount(event?: keyof Events & string): number {
    const names = event ? [event] : this.#emitter.eventNames();
    return names.reduce((sum, name) => sum + this.#emitter.listenerCount(name), 0);
  }

  protected tell<E extends keyof Events & string>(event: E, ...args: Events[E]): void {
    for (const listener of this.#emitter.rawListeners(event)) this.run(event, listener as AnyListener, args);
  }

  protected forgetListeners(): void {
    this.#emitter.removeAllListeners();
  }

  private run(event: string, listener: AnyListener, args: unknown[]): void {
    try {
      listener.apply(this, args);
    } catch (error) {
      this.logger.error({ event, err: error }, 'A listener of a media event threw.');
    }
  }
}
