import type { SpeechSetup } from '@lectern/speech';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { CaptionChild, type Told } from './caption-child';

/** Options of {@link CaptionClient}. */
export interface CaptionClientOptions {
  setup: SpeechSetup;
  /** How many people are recognised at once. */
  voices: number;
  /** Seconds of sound that may wait to be recognised; older sound is left out. */
  mostWaiting?: number;
  /** The compiled entry; by default the one beside this file. */
  entry?: string;
  /** Flags of the child's Node. */
  execArgv?: string[];
}

export interface CaptionClientEvents {
  told: [Told];
  /** The process died, and all tracks with it; opening one starts the next process. */
  lost: [];
}

/** Captions that lag are worse than captions with a gap. With what a model itself takes, this stays below 3 s. */
const MOST_WAITING = 2;
/** A model that is loaded takes hundreds of megabytes: they are given back when nobody has wanted captions for so long. */
const IDLE_MS = 60_000;

/**
 * The server's end of the caption process: started with the first track, ended when there has been none for a while.
 */
export class CaptionClient extends EventEmitter<CaptionClientEvents> {
  readonly #tracks = new Set<string>();
  #child: CaptionChild | null = null;
  #idle?: NodeJS.Timeout;
  #closed = false;

  constructor(private readonly options: CaptionClientOptions) {
    super();
    // Every room with captions listens.
    this.setMaxListeners(0);
  }

  /** The process id of the child, for metrics and tests. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** How many microphones it listens to. */
  get tracks(): number {
    return this.#tracks.size;
  }

  /** Opens a track; Opus over RTP may then be sent to 127.0.0.1 at the port returned. Rejects with a sentence. */
  async open(trackId: string, language: string): Promise<number> {
    if (this.#closed) throw new Error('The server is shutting down.');
    clearTimeout(this.#idle);
    this.#child ??= this.#spawn();
    this.#tracks.add(trackId);
    try {
      return await this.#child.open(trackId, language);
    } catch (error) {
      this.#forget(trackId);
      throw error;
    }
  }

  closeTrack(trackId: string): void {
    if (!this.#tracks.has(trackId)) return;
    this.#child?.closeTrack(trackId);
    this.#forget(trackId);
  }

  /** Ends the process. Safe to call again. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#stop();
  }

  #forget(trackId: string): void {
    this.#tracks.delete(trackId);
    if (this.#tracks.size > 0 || this.#closed) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#stop(), IDLE_MS).unref();
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#idle);
    const child = this.#child;
    this.#child = null;
    this.#tracks.clear();
    await child?.stop();
  }

  #spawn(): CaptionChild {
    const {
      setup,
      voices,
      mostWaiting = MOST_WAITING,
      entry = join(__dirname, 'caption.process.js'),
      execArgv = [],
    } = this.options;
    const child = new CaptionChild({
      entry,
      execArgv,
      setup,
      voices,
      mostWaiting,
      onTold: (told) => this.emit('told', told),
    });
    void child.exited.then(() => this.#onExit(child));
    return child;
  }

  #onExit(child: CaptionChild): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#tracks.clear();
    this.emit('lost');
  }
}
