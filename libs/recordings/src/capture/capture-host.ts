import { RecordingClock } from '../timeline/recording-clock';
import type { CaptureReply, CaptureRequest, TrackFailure } from './capture-messages';
import { Inbox } from './datagrams';
import { Doze } from './doze';
import { LONGEST_DOZE_MS, nextDoze } from './doze.policy';
import type { Libc } from './libc';
import type { NewTrack, TrackRtp } from './track-info';
import { TrackTap } from './track-tap';

/** With the doze before it: how much of a track a killed process takes with it. */
const FLUSH_MS = 700;
/** A power cut may take as much as this many flushes. A sync costs as much as fifty packets, and the disk more. */
const FLUSHES_PER_SYNC = 4;
/** While a request is carried out, which takes many turns of the event loop, it stays awake. */
const AWAKE_MS = 5;

/** The tracks of the capture process: answers requests, writes in step, and survives the failure of any one track. */
export class CaptureHost {
  readonly #taps = new Map<string, TrackTap>();
  readonly #opening = new Set<string>();
  readonly #timer = setInterval(() => this.#tick(), FLUSH_MS);
  #ticks = 0;
  #clock = new RecordingClock();
  #closing: Promise<void> | null = null;
  #watching = false;
  #dozeMs = LONGEST_DOZE_MS;
  /** Requests under way. */
  #busy = 0;
  /** One for all tracks: what it has taken is in a track's log before the next has its turn. */
  readonly #inbox: Inbox | null;
  readonly #doze: Doze | null;

  /** `channel`: the descriptor through which requests come. `libc`: null where packets can only come as events. */
  constructor(
    private readonly reply: (reply: CaptureReply) => void,
    channel: number,
    libc: Libc | null,
  ) {
    this.#inbox = libc && new Inbox(libc);
    this.#doze = libc && new Doze(libc, channel);
  }

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
      const tap = await TrackTap.open(dir, track, this.#clock, this.#inbox, (failure) => this.#fail(failure));
      this.#taps.set(track.trackId, tap);
      if (!this.#watching) this.#watch();
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
   * it is woken by requests only, and takes all packets that have come meanwhile. With a next turn due at once, the event
   * loop never waits for a socket. It goes on while there are tracks.
   */
  #watch(): void {
    this.#watching = this.#taps.size > 0 && !this.#closing;
    if (!this.#watching) return;
    if (!this.#doze) return this.#watchLater(LONGEST_DOZE_MS);
    if (this.#busy > 0) return this.#watchLater(AWAKE_MS);
    this.#doze.sleep(this.#dozeMs);
    this.#look();
    setImmediate(() => this.#watch());
  }

  #watchLater(ms: number): void {
    this.#look();
    setTimeout(() => this.#watch(), ms);
  }

  #look(): void {
    let fullest = 0;
    const now = performance.now();
    for (const tap of this.#taps.values()) fullest = Math.max(fullest, tap.look(now));
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
