import { open, type FileHandle } from 'node:fs/promises';
import { element, longSize, uint } from './ebml';
import {
  cues,
  fileHead,
  seekHead,
  segmentInfo,
  trackEntry,
  type CuePoint,
  type MatroskaTrack,
} from './matroska-header';

/** Blocks count from their cluster's time with 16 bits; short clusters also keep seeking and memory cheap. */
const CLUSTER_MS = 5000;
const CLUSTER_BYTES = 2 * 1024 * 1024;

/**
 * Writes a Matroska file (RFC 9559) of one track. Frames are given in order of time, whole milliseconds from the
 * recording's start. One cluster is held in memory.
 */
export class MatroskaWriter {
  #cluster: Buffer[] = [];
  #clusterBytes = 0;
  #clusterTime = 0;
  #clusterKey = false;
  readonly #cues: CuePoint[] = [];
  #position: number;
  #lastTime = 0;

  private constructor(
    private readonly file: FileHandle,
    /** Where the segment's content begins: positions inside a file are relative to it. */
    private readonly segmentStart: number,
    headers: number,
  ) {
    this.#position = segmentStart + headers;
  }

  /** Makes the file, replacing one that is there. */
  static async create(path: string, track: MatroskaTrack): Promise<MatroskaWriter> {
    const file = await open(path, 'w');
    const head = fileHead();
    const rest = Buffer.concat([seekHead(0), segmentInfo(0), trackEntry(track)]);
    await file.write(Buffer.concat([head, rest]));
    return new MatroskaWriter(file, head.length, rest.length);
  }

  /** Adds one frame; `time` must not be before the last one's. */
  async write(data: Buffer, time: number, keyframe: boolean): Promise<void> {
    if (this.#startsCluster(time, keyframe)) await this.#flush();
    if (this.#cluster.length === 0) {
      this.#clusterTime = time;
      this.#clusterKey = keyframe;
    }
    const head = Buffer.from([0x81, 0, 0, keyframe ? 0x80 : 0]);
    head.writeInt16BE(time - this.#clusterTime, 1);
    const block = element(0xa3, head, data);
    this.#cluster.push(block);
    this.#clusterBytes += block.length;
    this.#lastTime = time;
  }

  /** Completes the file. `durationMs` counts from the recording's start. */
  async close(durationMs = this.#lastTime): Promise<void> {
    try {
      await this.#flush();
      const cuesAt = this.#position - this.segmentStart;
      await this.#append(cues(this.#cues));
      await this.#put(longSize(this.#position - this.segmentStart), this.segmentStart - 8);
      await this.#put(Buffer.concat([seekHead(cuesAt), segmentInfo(durationMs)]), this.segmentStart);
    } finally {
      await this.file.close();
    }
  }

  /** Key frames begin clusters, so that cues can point at them; sound makes one of every frame, so only time counts. */
  #startsCluster(time: number, keyframe: boolean): boolean {
    if (this.#cluster.length === 0) return false;
    const age = time - this.#clusterTime;
    return age >= CLUSTER_MS || this.#clusterBytes >= CLUSTER_BYTES || (keyframe && age >= CLUSTER_MS / 5);
  }

  async #flush(): Promise<void> {
    if (this.#cluster.length === 0) return;
    if (this.#clusterKey) this.#cues.push({ time: this.#clusterTime, position: this.#position - this.segmentStart });
    const blocks = this.#cluster;
    this.#cluster = [];
    this.#clusterBytes = 0;
    await this.#append(element(0x1f43b675, uint(0xe7, this.#clusterTime), ...blocks));
  }

  async #append(data: Buffer): Promise<void> {
    await this.#put(data, this.#position);
    this.#position += data.length;
  }

  async #put(data: Buffer, position: number): Promise<void> {
    for (let done = 0; done < data.length;) {
      const { bytesWritten } = await this.file.write(data, done, data.length - done, position + done);
      done += bytesWritten;
    }
  }
}
