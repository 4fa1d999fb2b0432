import { appendFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordingClock } from './recording-clock';
import { TIMELINE_FILE } from './timeline-event';
import { readTimeline } from './timeline-reader';
import { TimelineWriter } from './timeline-writer';

const newDir = () => mkdtemp(join(tmpdir(), 'lectern-'));

describe('a timeline', () => {
  it('is read as it was written, in order of time', async () => {
    const dir = join(await newDir(), 'made', 'for', 'it');
    const writer = await TimelineWriter.open(dir);
    await writer.append({ type: 'recording-started', recordingId: 'r', at: 1000 });
    await Promise.all([
      writer.append({ type: 'speaker-changed', participantId: 'p', at: 3000 }),
      writer.append({ type: 'track-paused', trackId: 't', at: 2000 }),
    ]);
    await writer.close();
    const { events, skipped } = await readTimeline(dir);
    expect(events.map(({ at }) => at)).toEqual([1000, 2000, 3000]);
    expect(events[2]).toEqual({ type: 'speaker-changed', participantId: 'p', at: 3000 });
    expect(skipped).toBe(0);
  });

  it('survives a torn line and events of the future', async () => {
    const dir = await newDir();
    const first = await TimelineWriter.open(dir);
    await first.append({ type: 'track-closed', trackId: 'a' });
    await first.close();
    await appendFile(join(dir, TIMELINE_FILE), '{"type":"track-clo');
    const second = await TimelineWriter.open(dir);
    await second.append({ type: 'track-closed', trackId: 'b' });
    await second.close();
    await appendFile(join(dir, TIMELINE_FILE), '{"type":"slide-turned","at":1}\n');
    const { events, skipped } = await readTimeline(dir);
    expect(events.map((event) => event.type === 'track-closed' && event.trackId)).toEqual(['a', 'b']);
    expect(skipped).toBe(2);
    expect((await readFile(join(dir, TIMELINE_FILE), 'utf8')).split('\n')).toHaveLength(5);
  });

  it('is empty where there is none', async () => {
    expect(await readTimeline(await newDir())).toEqual({ events: [], skipped: 0 });
  });

  it('takes no more once it is closed', async () => {
    const writer = await TimelineWriter.open(await newDir());
    await writer.close();
    await expect(writer.append({ type: 'recording-stopped' })).rejects.toThrow('closed');
  });
});

describe('RecordingClock', () => {
  it('agrees with one that was given its anchor, whatever the wall clock says', () => {
    const clock = new RecordingClock({ wallMs: 5_000_000, monotonicNs: process.hrtime.bigint().toString() });
    const other = new RecordingClock(clock.anchor);
    expect(Math.abs(other.now() - clock.now())).toBeLessThan(5);
    expect(clock.now()).toBeLessThan(5_010_000);
    expect(Math.abs(new RecordingClock().now() - Date.now())).toBeLessThan(50);
  });
});
