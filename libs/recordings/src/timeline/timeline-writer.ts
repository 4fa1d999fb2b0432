import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordingClock } from './recording-clock';
import { TIMELINE_FILE, TimelineEvent, type NewTimelineEvent } from './timeline-event';

/** Losing one of these in a power cut would change where the result begins, ends, or what it shows. */
const durable = new Set<TimelineEvent['type']>([
  'recording-started',
  'recording-stopped',
  'recording-paused',
  'recording-resumed',
  'track-opened',
  'track-closed',
  'track-lost',
]);

/**
 * Appends to a recording's `timeline.jsonl`, one event a line, in the order of the calls. A line that a crash has torn
 * is left behind as it is; the reader skips it.
 */
export class TimelineWriter {
  #tail: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | null = null;

  private constructor(
    private readonly file: FileHandle,
    private readonly clock: RecordingClock,
  ) {}

  /** Opens the timeline in the folder of a recording, which is made if need be. */
  static async open(dir: string, clock = new RecordingClock()): Promise<TimelineWriter> {
    await mkdir(dir, { recursive: true });
    const file = await open(join(dir, TIMELINE_FILE), 'a+');
    try {
      await endTornLine(file);
    } catch (error) {
      await file.close();
      throw error;
    }
    return new TimelineWriter(file, clock);
  }

  /** Resolves when the event is written (and, where losing it would matter, on the disk). Rejects as `fs` does. */
  append(event: NewTimelineEvent): Promise<void> {
    if (this.#closing) return Promise.reject(new Error('The timeline is closed.'));
    const complete = TimelineEvent.parse({ ...event, at: event.at ?? this.clock.now() });
    return this.#enqueue(async () => {
      await this.file.appendFile(`${JSON.stringify(complete)}\n`);
      if (durable.has(complete.type)) await this.file.datasync();
    });
  }

  /** Waits for the events under way, then closes the file. */
  close(): Promise<void> {
    return (this.#closing ??= this.#enqueue(() => this.file.close()));
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }
}

async function endTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  if (size === 0) return;
  const last = Buffer.alloc(1);
  await file.read(last, 0, 1, size - 1);
  if (last[0] !== 0x0a) await file.appendFile('\n');
}
