import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { RecordingClock } from '../timeline/recording-clock';
import type { TrackFailure, TrackReport } from './capture-messages';
import { BATCH, descriptorOf, type Inbox } from './datagrams';
import { KeyframeWatch, pictureLossIndication } from './keyframe-watch';
import { PacketLog } from './packet-log';
import { isPlausible, isRtcp } from './rtpdump';
import { createDump, writeTrackInfo } from './track-file';
import { TrackInfo, type NewTrack, type TrackRtp } from './track-info';

/** Asked for; the kernel grants what `net.core.rmem_max` allows. It bridges the moments when this process is busy. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

/** Somebody may send faster than can be read; the rest is for the next look. */
const MOST_BATCHES_AT_ONCE = 64;

/** What a full packet takes of that buffer, with what the kernel keeps beside it. */
const PACKET_MEMORY_BYTES = 2304;

type OnFailure = (failure: TrackFailure) => void;

/** One track being captured: a UDP socket on the loopback address, and the file that its packets go to. */
export class TrackTap {
  readonly #watch: KeyframeWatch | null;
  #log: PacketLog | null = null;
  /** Who is asked for key frames: the first packet tells. */
  #sender: RemoteInfo | null = null;
  #descriptor: number | null = null;
  /** Packets since the last look. */
  #taken = 0;
  #bufferBytes = Infinity;

  private constructor(
    private readonly dir: string,
    private readonly track: NewTrack,
    /** Epoch milliseconds of the file's beginning. */
    readonly startedAt: number,
    private readonly socket: Socket,
    private readonly clock: RecordingClock,
    /** Null where packets can only come as events. */
    private readonly inbox: Inbox | null,
    private readonly onFailure: OnFailure,
  ) {
    this.#watch = track.kind === 'video' ? new KeyframeWatch() : null;
  }

  /** Opens socket and files. Rejects when a port or a file cannot be had. */
  static async open(
    dir: string,
    track: NewTrack,
    clock: RecordingClock,
    inbox: Inbox | null,
    onFailure: OnFailure,
  ): Promise<TrackTap> {
    const socket = createSocket({ type: 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const tap = new TrackTap(dir, track, clock.now(), socket, clock, inbox, onFailure);
    try {
      await tap.#start();
      return tap;
    } catch (error) {
      socket.close();
      throw error;
    }
  }

  get port(): number {
    return this.socket.address().port;
  }

  /** Writes down how the packets are to be read; to be done before they come. */
  describe(rtp: TrackRtp): Promise<void> {
    return writeTrackInfo(this.dir, TrackInfo.parse({ ...this.track, ...rtp, startedAt: this.startedAt }));
  }

  /**
   * Called about ten times a second: takes the packets that wait, and asks for a key frame where one is missing. Returns how
   * full the kernel's buffer has been, of 1. `now`: as `performance.now()` tells it.
   */
  look(now: number): number {
    this.#takeWaiting(now);
    if (this.#watch?.due(now)) this.#askForKeyframe();
    const fill = (this.#taken * PACKET_MEMORY_BYTES) / this.#bufferBytes;
    this.#taken = 0;
    return fill;
  }

  /** Called more than once a second: packets go to the file in batches. */
  flush(): void {
    this.#log?.flush();
  }

  /** Called every few seconds: what was written must survive a power cut. */
  sync(): void {
    this.#log?.sync();
  }

  /** Takes what has come, stops listening, then flushes, syncs and closes the file. */
  async close(): Promise<TrackReport> {
    this.#takeWaiting(performance.now());
    const log = this.#log;
    this.#log = null;
    this.#descriptor = null;
    if (log) this.socket.close();
    await log?.close();
    return { packets: log?.packets ?? 0, bytes: log?.bytes ?? 0, lost: log?.lost ?? 0 };
  }

  async #start(): Promise<void> {
    const { trackId } = this.track;
    const file = await createDump(this.dir, trackId, this.startedAt, this.port);
    this.#log = new PacketLog(file, (error) => this.onFailure({ trackId, ...writeFailure(error) }));
    if (this.inbox) this.#descriptor = descriptorOf(this.port);
    this.#bufferBytes = this.socket.getRecvBufferSize();
    this.socket.on('message', (packet, sender) => this.#receive(packet, sender));
    this.socket.on('error', (error) => this.#socketFailed(error));
  }

  /** Packets come as events where they cannot be taken like this, and until the first picture's has told who is to be asked. */
  #takeWaiting(now: number): void {
    const { inbox } = this;
    if (!inbox || this.#descriptor === null || (this.#watch && !this.#sender)) return;
    const offset = this.#offset();
    try {
      for (let batch = 0; batch < MOST_BATCHES_AT_ONCE; batch++) {
        const count = inbox.receive(this.#descriptor);
        for (let slot = 0; slot < count; slot++) {
          this.#take(inbox.memory, inbox.start(slot), inbox.length(slot), offset, now);
        }
        if (count < BATCH) return;
      }
    } catch (error) {
      this.#socketFailed(error as Error);
    }
  }

  #receive(packet: Buffer, sender: RemoteInfo): void {
    if (isPlausible(packet, 0, packet.length)) this.#sender = sender;
    this.#take(packet, 0, packet.length, this.#offset(), performance.now());
  }

  /** Whole milliseconds since the file's beginning. */
  #offset(): number {
    return Math.max(0, Math.round(this.clock.now() - this.startedAt));
  }

  #take(memory: Buffer, at: number, length: number, offset: number, now: number): void {
    this.#taken++;
    if (!isPlausible(memory, at, length)) return;
    if (this.#watch && !isRtcp(memory, at)) this.#watch.see(memory, at, length, now);
    this.#log?.take(memory, at, length, offset);
  }

  #socketFailed({ message }: Error): void {
    this.onFailure({ trackId: this.track.trackId, fault: 'track', reason: `Its socket failed: ${message}.` });
  }

  #askForKeyframe(): void {
    const ssrc = this.#watch?.ssrc ?? null;
    if (!this.#sender || ssrc === null || !this.#log) return;
    // A request that gets lost is repeated with the next gap; failing to send one must not end the recording.
    this.socket.send(pictureLossIndication(ssrc), this.#sender.port, this.#sender.address, () => undefined);
  }
}

function writeFailure({ code, message }: NodeJS.ErrnoException): Pick<TrackFailure, 'fault' | 'reason'> {
  if (code === 'ENOSPC' || code === 'EDQUOT') return { fault: 'disk-full', reason: 'The disk is full.' };
  if (code === 'EFBIG') return { fault: 'track', reason: 'The file has reached the largest size allowed.' };
  return { fault: 'disk-error', reason: `Its file cannot be written (${code ?? message}).` };
}
