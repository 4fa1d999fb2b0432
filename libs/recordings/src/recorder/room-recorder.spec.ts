import { defaultRecordingChoices, defaultRoomControls, type ProducerInfo } from '@lectern/contracts';
import { DomainError, newId } from '@lectern/kernel';
import type { LiveRoom } from '@lectern/live';
import type { Logger } from '@lectern/observability';
import { FlowGate } from '@lectern/sfu';
import { EventEmitter, once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCapture } from '../../testing/capture';
import { encodings } from '../../testing/send';
import type { CaptureClient } from '../capture/capture-client';
import { RecordingFolder } from '../processing/recording-folder';
import type { TimelineEvent } from '../timeline/timeline-event';
import { readTimeline } from '../timeline/timeline-reader';
import { RoomRecorder } from './room-recorder';

jest.setTimeout(30_000);

const producer = (): ProducerInfo => ({
  producerId: newId(),
  peerId: newId(),
  participantId: newId(),
  kind: 'audio',
  source: 'microphone',
  paused: false,
});

const interpretation = { source: 'interpretation', language: 'fr' } as const;

/** As much of a room as a recorder needs; its taps fail as often as they are told to. */
class FakeRoom extends EventEmitter {
  producers: ProducerInfo[] = [];
  failures = 0;
  readonly tapped: string[] = [];
  /** Taps that let something through now. */
  readonly flowing = new Set<string>();
  readonly stage = [];
  readonly speaker = null;
  readonly controls = defaultRoomControls;
  readonly connection = () => undefined;
  readonly gate = new FlowGate();

  readonly mediaRoom = {
    tap: (producerId: string) => {
      if (this.failures-- > 0) return Promise.reject(new DomainError('MEDIA_UNAVAILABLE', 'Not now.'));
      this.tapped.push(producerId);
      const resume = async () => void this.flowing.add(producerId);
      const pause = async () => void this.flowing.delete(producerId);
      const close = () => this.flowing.delete(producerId);
      return Promise.resolve({ rtpParameters: encodings.opus.rtp, resume, pause, close });
    },
  };
}

describe('RoomRecorder', () => {
  let capture: CaptureClient;
  let room: FakeRoom;
  let dir: string;
  let recorder: RoomRecorder;
  const failures: string[] = [];
  /** Participants whose tracks are not to be captured. */
  const barred = new Set<string>();

  beforeEach(async () => {
    capture = await startCapture();
    room = new FakeRoom();
    room.producers = [producer(), producer()];
    dir = await mkdtemp(join(tmpdir(), 'lectern-'));
  });
  afterEach(() => recorder.close('the test is over'));
  afterEach(() => capture.close());

  async function start(paused = false): Promise<void> {
    recorder = await RoomRecorder.start({
      recordingId: newId(),
      title: 'A talk',
      dir,
      room: room as unknown as LiveRoom,
      capture,
      logger: { warn: () => undefined } as unknown as Logger,
      admits: (info) => Promise.resolve(!barred.has(info.participantId)),
      choices: defaultRecordingChoices,
      paused,
      onFailure: (cause) => failures.push(cause),
    });
  }

  const told = async (type: TimelineEvent['type']) =>
    (await readTimeline(dir)).events.filter((event) => event.type === type).length;

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  it('tries a track again that could not be opened, as long as its source sends', async () => {
    room.failures = 5;
    await start();
    expect(await told('track-opened')).toBe(0);
    const [first, second] = room.producers;
    room.producers = [second!];
    await until(async () => (await told('track-opened')) === 1);
    expect(room.tapped).toEqual([second!.producerId]);
    expect(first).toBeDefined();
  });

  it('has a file for a track before that is heard', async () => {
    await start();
    const late = producer();
    room.producers = [...room.producers, late];
    await room.gate.pass(late);
    expect([room.flowing.has(late.producerId), await told('track-opened')]).toEqual([true, 3]);
  });

  it('notes with each track what is spoken on it, an interpreter’s like any other', async () => {
    room.producers = [{ ...producer(), language: 'km' }, producer(), { ...producer(), ...interpretation }];
    await start();
    const spoken = async ({ producerId }: ProducerInfo) => {
      const tracks = await new RecordingFolder(dir).tracks();
      return tracks.find((track) => track.producerId === producerId)?.language;
    };
    expect(await Promise.all(room.producers.map(spoken))).toEqual(['km', null, 'fr']);
    const { events } = await readTimeline(dir);
    expect(events.filter((event) => event.type === 'track-opened' && event.source === 'interpretation')).toHaveLength(
      1,
    );
  });

  it('puts every track into a new file each time the capture process dies', async () => {
    await start();
    for (const round of [1, 2]) {
      const lost = once(capture, 'lost');
      process.kill(capture.pid!, 'SIGKILL');
      await lost;
      await until(async () => (await told('track-opened')) === 2 + 2 * round);
      expect(await told('track-lost')).toBe(2 * round);
    }
    expect(failures).toEqual([]);
  });

  it('captures nothing in a pause: not of who comes, not after the capture process died, not after its server did', async () => {
    await start();
    expect(room.flowing.size).toBe(2);
    await recorder.pause();
    expect([room.flowing.size, await told('recording-paused')]).toEqual([0, 1]);
    room.producers = [...room.producers, producer()];
    await room.gate.pass(room.producers[2]!);
    const lost = once(capture, 'lost');
    process.kill(capture.pid!, 'SIGKILL');
    await lost;
    await until(async () => (await told('track-lost')) === 2);
    expect([room.flowing.size, await told('track-opened')]).toEqual([0, 2]);
    await recorder.close('the server dies');
    await start(true);
    expect([room.flowing.size, await told('track-opened')]).toEqual([0, 2]);
    await recorder.resume();
    expect([room.flowing.size, await told('track-opened')]).toEqual([3, 5]);
  });

  it('follows who agrees and who wants to be left out, in a pause too', async () => {
    const [first, second] = room.producers;
    barred.add(second!.participantId);
    await start();
    expect([...room.flowing]).toEqual([first!.producerId]);
    barred.delete(second!.participantId);
    await recorder.review();
    expect([room.flowing.size, await told('track-opened')]).toEqual([2, 2]);
    barred.add(first!.participantId);
    await recorder.review();
    await recorder.review();
    expect([...room.flowing]).toEqual([second!.producerId]);
    await recorder.pause();
    barred.clear();
    await recorder.review();
    expect(room.flowing.size).toBe(0);
    await recorder.resume();
    expect([room.flowing.size, await told('track-opened')]).toEqual([2, 3]);
  });

  it('begins a track anew that alone has failed, and tells of a disk that has', async () => {
    await start();
    const { events } = await readTimeline(dir);
    const [one, two] = events.flatMap((event) => (event.type === 'track-opened' ? [event.trackId] : []));
    capture.emit('track-failed', { trackId: one!, fault: 'track', reason: 'Too large.' });
    await until(async () => (await told('track-opened')) === 3);
    expect(failures).toEqual([]);
    capture.emit('track-failed', { trackId: two!, fault: 'disk-full', reason: 'The disk is full.' });
    await until(() => Promise.resolve(failures.length > 0));
    expect(failures).toEqual(['disk-full']);
    expect([await told('track-lost'), await told('track-opened')]).toEqual([2, 3]);
  });
});
