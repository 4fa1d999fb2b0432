import { RecordingClock } from '../timeline/recording-clock';
import type { CaptureReply, CaptureRequest, TrackFailure } from './capture-messages';
import { LONGEST_DOZE_MS, nextDoze } from './doze.policy';
import type { NewTrack, TrackRtp } from './track-info';
import { TrackTap } from './track-tap';

const FLUSH_MS = 500;
const FLUSHES_PER_SYNC = 2;
/** While requests come and are carried out, which takes many turns of the event loop, it stays awake. */
const AWAKE_MS = 5;
const AWAKE_AFTER_REQUEST_MS = 200;

/** The tracks of the capture process: answers requests, writes in step, and survives the failure of any one track. */
export class CaptureHost {
  readonly #taps = new Map<string, TrackTap>();
  readonly #opening = new Set<string>();
  readonly #timer = setInterval(() => this.#tick(), FLUSH_MS);
  #ticks = 0;
  #clock = new RecordingClock();
  #closing: Promise<void> | null = null;
  #dozing = false;
  #dozeMs = LONGEST_DOZE_MS;
  /** Requests under way. */
  #busy = 0;
  #awakeUntil = 0;
  readonly #pillow = new Int32Array(new SharedArrayBuffer(4));

  constructor(private readonly reply: (reply: CaptureReply) => void) {}

  /** Carries out one request; every refusal becomes a reply. */
  async handle(message: CaptureRequest): Promise<void> {
    switch (message.type) {
      case 'start':
        this.#clock = new RecordingClock(message.clock);
        return this.reply({ type: 'ready' });
      case 'open':
        return this.#answer(message.request, () => this.#open(message.request, message.dir, message.track));
      case 'describe':
        return this.#answer(message.request, () => this.#describe(message.request, message.trackId, message.rtp));
      case 'close':
        return this.#answer(message.request, () => this.#closeTrack(message.request, message.trackId));
    }
  }

  /** Closes all files; afterwards every packet received is on the disk. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.allSettled([...this.#taps.values()].map((tap) => tap.close()));
    this.#taps.clear();
  }

  async #open(request: number, dir: string, track: NewTrack): Promise<void> {
    if (this.#closing) throw new Error('The recorder is shutting down.');
    if (this.#taps.has(track.trackId) || this.#opening.has(track.trackId)) throw new Error('It is open already.');
    this.#opening.add(track.trackId);
    try {
      const tap = await TrackTap.open(dir, track, this.#clock, (failure) => this.#fail(failure));
      this.#taps.set(track.trackId, tap);
      if (!this.#dozing) this.#doze();
      this.reply({ type: 'opened', request, port: tap.port, startedAt: tap.startedAt });
    } finally {
      this.#opening.delete(track.trackId);
    }
  }

  async #describe(request: number, trackId: string, rtp: TrackRtp): Promise<void> {
    await this.#tap(trackId).describe(rtp);
    this.reply({ type: 'described', request });
  }

  #tap(trackId: string): TrackTap {
    const tap = this.#taps.get(trackId);
    if (!tap) throw new Error('No such track is open.');
    return tap;
  }

  async #closeTrack(request: number, trackId: string): Promise<void> {
    const tap = this.#tap(trackId);
    this.#taps.delete(trackId);
    const report = await tap.close();
    this.reply({ type: 'closed', request, report });
  }

  async #answer(request: number, work: () => Promise<void>): Promise<void> {
    this.#busy += 1;
    try {
      await work();
    } catch (error) {
      this.reply({ type: 'refused', request, reason: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#busy -= 1;
      this.#awakeUntil = performance.now() + AWAKE_AFTER_REQUEST_MS;
    }
  }

  #fail(failure: TrackFailure): void {
    const { trackId } = failure;
    const tap = this.#taps.get(trackId);
    if (!tap) return;
    this.#taps.delete(trackId);
    this.reply({ type: 'track-failed', ...failure });
    void tap.close().catch(() => undefined);
  }

  /**
   * Between two looks at its sockets the process sleeps. Most of what a packet costs is waking up for it, on both sides: so
   * it is woken by none, and takes all that have come meanwhile. With a next turn due at once, the event loop never
   * waits for a socket. It goes on while there are tracks.
   */
  #doze(): void {
    this.#dozing = this.#taps.size > 0;
    if (!this.#dozing) return;
    const awake = this.#busy > 0 || performance.now() < this.#awakeUntil;
    if (!awake) Atomics.wait(this.#pillow, 0, 0, this.#dozeMs);
    this.#look();
    if (awake) setTimeout(() => this.#doze(), AWAKE_MS);
    else setImmediate(() => this.#doze());
  }

  #look(): void {
    let fullest = 0;
    for (const tap of this.#taps.values()) fullest = Math.max(fullest, tap.look());
    this.#dozeMs = nextDoze(this.#dozeMs, fullest);
  }

  #tick(): void {
    const sync = ++this.#ticks % FLUSHES_PER_SYNC === 0;
    for (const tap of this.#taps.values()) {
      tap.flush();
      if (sync) tap.sync();
    }
  }
}
