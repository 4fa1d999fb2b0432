import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { RecordingClock } from '../timeline/recording-clock';
import type { TrackFailure, TrackReport } from './capture-messages';
import { KeyframeWatch, pictureLossIndication } from './keyframe-watch';
import { PacketLog } from './packet-log';
import { isPlausible, isRtcp, recordHeader } from './rtpdump';
import { createDump, writeTrackInfo } from './track-file';
import { TrackInfo, type NewTrack, type TrackRtp } from './track-info';

/** Asked for; the kernel grants what `net.core.rmem_max` allows. It bridges the moments when this process is busy. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

type OnFailure = (failure: TrackFailure) => void;

/** One track being captured: a UDP socket on the loopback address, and the file that its packets go to. */
export class TrackTap {
  readonly #watch: KeyframeWatch | null;
  #log: PacketLog | null = null;
  #sender: RemoteInfo | null = null;

  private constructor(
    private readonly dir: string,
    private readonly track: NewTrack,
    /** Epoch milliseconds of the file's beginning. */
    readonly startedAt: number,
    private readonly socket: Socket,
    private readonly clock: RecordingClock,
    private readonly onFailure: OnFailure,
  ) {
    this.#watch = track.kind === 'video' ? new KeyframeWatch() : null;
  }

  /** Opens socket and files. Rejects when a port or a file cannot be had. */
  static async open(dir: string, track: NewTrack, clock: RecordingClock, onFailure: OnFailure): Promise<TrackTap> {
    const socket = createSocket({ type: 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const tap = new TrackTap(dir, track, clock.now(), socket, clock, onFailure);
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

  /** Called every few milliseconds: packets go to the file in batches. */
  flush(): void {
    this.#log?.flush();
    if (this.#watch?.due(performance.now())) this.#askForKeyframe();
  }

  /** Called about once a second: what was written must survive a power cut. */
  sync(): void {
    this.#log?.sync();
  }

  /** Stops listening, then flushes, syncs and closes the file. */
  async close(): Promise<TrackReport> {
    const log = this.#log;
    this.#log = null;
    if (log) this.socket.close();
    await log?.close();
    return { packets: log?.packets ?? 0, bytes: log?.bytes ?? 0, lost: log?.lost ?? 0 };
  }

  async #start(): Promise<void> {
    const { trackId } = this.track;
    const file = await createDump(this.dir, trackId, this.startedAt, this.port);
    this.#log = new PacketLog(file, (error) => this.onFailure({ trackId, ...writeFailure(error) }));
    this.socket.on('message', (packet, sender) => this.#take(packet, sender));
    this.socket.on('error', ({ message }) =>
      this.onFailure({ trackId, fault: 'track', reason: `Its socket failed: ${message}.` }),
    );
  }

  #take(packet: Buffer, sender: RemoteInfo): void {
    if (!isPlausible(packet) || sender.address !== '127.0.0.1') return;
    const offset = Math.max(0, Math.round(this.clock.now() - this.startedAt));
    this.#log?.push(recordHeader(packet, offset), packet);
    if (this.#watch && !isRtcp(packet)) {
      this.#sender = sender;
      this.#watch.see(packet, performance.now());
    }
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
