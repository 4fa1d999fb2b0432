import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RecordingClock } from '../timeline/recording-clock';
import { CaptureChild } from './capture-child';
// Nothing imports the entry of a process: this has it compiled along with what starts it.
import type {} from './capture.process';
import type { TrackFailure, TrackReport } from './capture-messages';
import type { NewTrack, TrackRtp } from './track-info';

/** Options of {@link CaptureClient}. */
export interface CaptureClientOptions {
  /** The compiled entry; by default the one beside this file. */
  entry?: string;
  /** Flags of the child's Node. */
  execArgv?: string[];
  /** The time base; give the same one to the timeline. */
  clock?: RecordingClock;
}

/** Where the SFU must send a track, and when its file began (epoch ms on the recording's clock). */
export interface OpenedTrack {
  port: number;
  startedAt: number;
}

export interface CaptureClientEvents {
  /** A file cannot be written any more (disk full, say); its track is closed. */
  'track-failed': [TrackFailure];
  /** The process died and a new one is up: these tracks must be tapped again, into new files under new ids. */
  lost: [{ trackIds: string[] }];
}

const FIRST_RESTART_MS = 50;
const LONGEST_RESTART_MS = 5000;
/** A process that lived this long was sound: its death says nothing about how the next one will fare. */
const SOUND_MS = 10_000;

/**
 * The server's end of the capture process: starts it, starts it again when it dies, and opens and closes tracks in it.
 * Closing cascade: `close()` → the channel closes → the child writes what it has, syncs and exits.
 */
export class CaptureClient extends EventEmitter<CaptureClientEvents> {
  readonly clock: RecordingClock;
  readonly #stopping = new AbortController();
  readonly #tracks = new Set<string>();
  readonly #lost = new Set<string>();
  #child: CaptureChild;
  #restartDelay = FIRST_RESTART_MS;
  /** Settles when the present child is up; replaced at each restart. */
  #ready: Promise<void>;
  #closing: Promise<void> | null = null;

  private constructor(private readonly options: CaptureClientOptions) {
    super();
    // Every recording that runs listens; there is no number that would be too many.
    this.setMaxListeners(0);
    this.clock = options.clock ?? new RecordingClock();
    this.#child = this.#spawn();
    this.#ready = this.#child.ready;
  }

  /** Starts the process; resolves when it takes requests, rejects when it cannot be started at all. */
  static async start(options: CaptureClientOptions = {}): Promise<CaptureClient> {
    const client = new CaptureClient(options);
    try {
      await client.#ready;
      return client;
    } catch (error) {
      await client.close();
      throw error;
    }
  }

  /** The process id of the child, for metrics and tests. */
  get pid(): number | null {
    return this.#child.pid;
  }

  /**
   * Opens a track: its file is made under `<dir>/tracks`, and packets may be sent to 127.0.0.1 at the port returned, once
   * {@link describe} has told what they are.
   * Rejects with a sentence when that cannot be done.
   */
  async open(dir: string, track: NewTrack): Promise<OpenedTrack> {
    await this.#ready;
    const { port, startedAt } = await this.#child.ask({ type: 'open', dir, track }, 'opened');
    this.#tracks.add(track.trackId);
    return { port, startedAt };
  }

  /** Tells how the track's packets are to be read. To be called before the SFU sends the first one. */
  async describe(trackId: string, rtp: TrackRtp): Promise<void> {
    await this.#ready;
    await this.#child.ask({ type: 'describe', trackId, rtp }, 'described');
  }

  /** Closes a track; when it resolves, every packet received is on the disk. Rejects for a track that is not open. */
  async closeTrack(trackId: string): Promise<TrackReport> {
    this.#tracks.delete(trackId);
    this.#lost.delete(trackId);
    await this.#ready;
    return (await this.#child.ask({ type: 'close', trackId }, 'closed')).report;
  }

  /** Ends the process after it has written everything down. Safe to call again. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    this.#stopping.abort();
    await this.#child.stop();
  }

  #spawn(): CaptureChild {
    const entry = this.options.entry ?? join(__dirname, 'capture.process.js');
    const child = new CaptureChild(
      entry,
      this.options.execArgv ?? [],
      this.clock.anchor,
      ({ trackId, fault, reason }) => {
        this.#tracks.delete(trackId);
        this.emit('track-failed', { trackId, fault, reason });
      },
    );
    const born = performance.now();
    void child.exited.then(() => this.#onExit(performance.now() - born));
    return child;
  }

  #onExit(lifeMs: number): void {
    if (this.#stopping.signal.aborted) return;
    for (const trackId of this.#tracks) this.#lost.add(trackId);
    this.#tracks.clear();
    if (lifeMs > SOUND_MS) this.#restartDelay = FIRST_RESTART_MS;
    this.#ready = this.#restart();
    // Whoever opens a track meanwhile sees the failure; with nobody waiting it is no one's.
    this.#ready.catch(() => undefined);
  }

  async #restart(): Promise<void> {
    await delay(this.#restartDelay, undefined, { signal: this.#stopping.signal, ref: false });
    this.#restartDelay = Math.min(this.#restartDelay * 4, LONGEST_RESTART_MS);
    this.#child = this.#spawn();
    await this.#child.ready;
    const trackIds = [...this.#lost];
    this.#lost.clear();
    if (trackIds.length > 0) this.emit('lost', { trackIds });
  }
}
