import { lowerLine, type Line } from './lower-line';

/** Packets are summed up over this much arrival time; within it only the least delayed counts. */
const BUCKET_MS = 500;
/** Two of these in a row are told apart from queueing: by then a queue has drained. */
const PERSISTENCE_MS = 10_000;
/** A lasting change of delay by more than this means that the source's clock has stopped or jumped. */
const SHIFT_MS = 150;
/** No queue explains a packet that comes this much earlier than others, nor a clock that runs back this far. */
const JUMP_MS = 1000;
/** Ten times the error of a poor quartz. */
const MAX_SKEW = 500e-6;

/** The least delayed packet of a short while. `delay` = arrival − media time; its zero means nothing. */
interface Bucket {
  sequence: number;
  began: number;
  arrival: number;
  media: number;
  delay: number;
  /** The source's clock jumped just before it. */
  jump: boolean;
}

interface Segment {
  sequence: number;
  line: Line;
}

/**
 * Learns how a source's clock runs against ours from the arrival of its packets, to be asked afterwards when each was
 * sent. The queueing of single packets does not count; drift of the clock does, and so do pauses in which it stood
 * still and jumps to a new beginning. Packets are to be added in order of sequence.
 */
export class ClockFitter {
  readonly #buckets: Bucket[] = [];
  #last: { media: number; arrival: number } | null = null;

  /** `media`: the RTP timestamp in milliseconds, without wrap-around; `arrival`: milliseconds of our clock. */
  add(sequence: number, media: number, arrival: number): void {
    const bucket = this.#buckets.at(-1);
    const delay = arrival - media;
    const jump = this.#jumps(media, delay);
    const since = bucket ? arrival - bucket.began : Infinity;
    const gap = this.#last ? arrival - this.#last.arrival : 0;
    this.#last = { media, arrival: Math.max(arrival, this.#last?.arrival ?? -Infinity) };
    if (!bucket || jump || since >= BUCKET_MS || gap > SHIFT_MS) {
      this.#buckets.push({ sequence, began: arrival, arrival, media, delay, jump });
    } else if (delay < bucket.delay) {
      Object.assign(bucket, { arrival, media, delay });
    }
  }

  /** The finished map; null when there was no packet. */
  fit(): ClockMap | null {
    if (this.#buckets.length === 0) return null;
    const starts = this.#buckets.map((_, i) => i).filter((i) => i === 0 || this.#buckets[i]!.jump);
    const runs = starts.flatMap((start, i) => splitAtShifts(this.#buckets.slice(start, starts[i + 1])));
    return new ClockMap(runs.map(fitRun));
  }

  #jumps(media: number, delay: number): boolean {
    const bucket = this.#buckets.at(-1);
    if (!bucket || !this.#last) return false;
    return delay < bucket.delay - JUMP_MS || media < this.#last.media - JUMP_MS;
  }
}

/** Says when a packet was sent, by our clock. */
export class ClockMap {
  constructor(private readonly segments: Segment[]) {}

  /** Milliseconds of our clock at which the packet would have come through an empty network. */
  arrival(sequence: number, media: number): number {
    const { line } = this.segments.findLast((segment) => segment.sequence <= sequence) ?? this.segments[0]!;
    return media + line.offset + line.slope * media;
  }

  /** Stretches in which the source's clock ran without a break. */
  get segmentCount(): number {
    return this.segments.length;
  }
}

/** Cuts where the least delay changes by more than queueing explains, and stays changed. */
function splitAtShifts(buckets: Bucket[]): Bucket[][] {
  const runs: Bucket[][] = [];
  let start = 0;
  for (let i = 1; i < buckets.length; i++) {
    if (Math.abs(buckets[i]!.delay - buckets[i - 1]!.delay) <= SHIFT_MS / 2) continue;
    const before = leastDelay(buckets, i - 1, start, -1);
    const after = leastDelay(buckets, i, buckets.length - 1, 1);
    const rises = after - before > SHIFT_MS;
    // A fall right after the beginning is a queue that drains, not a clock that jumped.
    const falls = before - after > SHIFT_MS && buckets[i]!.began - buckets[start]!.began >= PERSISTENCE_MS;
    if (!rises && !falls) continue;
    runs.push(buckets.slice(start, i));
    start = i;
  }
  runs.push(buckets.slice(start));
  return runs;
}

function leastDelay(buckets: Bucket[], from: number, to: number, step: 1 | -1): number {
  let least = Infinity;
  for (let i = from; i * step <= to * step; i += step) {
    if (Math.abs(buckets[i]!.began - buckets[from]!.began) > PERSISTENCE_MS) break;
    least = Math.min(least, buckets[i]!.delay);
  }
  return least;
}

function fitRun(run: Bucket[]): Segment {
  const origin = run[0]!.media;
  const points = run.map(({ media, delay }) => ({ x: media - origin, y: delay })).sort((a, b) => a.x - b.x);
  const { slope, offset } = lowerLine(points, MAX_SKEW);
  return { sequence: run[0]!.sequence, line: { slope, offset: offset - slope * origin } };
}
