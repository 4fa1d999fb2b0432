import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCapture } from '../../testing/capture';
import { decodeErrors, probe } from '../../testing/run';
import { newTrack, openTrack, send, type Encoding } from '../../testing/send';
import type { CaptureClient } from '../capture/capture-client';
import { trackPaths } from '../capture/track-file';
import { TrackInfo } from '../capture/track-info';
import { convertTrack } from './convert-track';

const inputs: Record<Encoding, string[]> = {
  opus: ['-f', 'lavfi', '-i', 'sine=440:d=3'],
  vp8: ['-f', 'lavfi', '-i', 'testsrc=s=640x360:r=25:d=3'],
  vp9: ['-f', 'lavfi', '-i', 'testsrc=s=322x242:r=25:d=3'],
  h264: ['-f', 'lavfi', '-i', 'testsrc=s=640x362:r=25:d=3'],
};

describe('what ffmpeg sends as RTP', () => {
  let capture: CaptureClient;
  let dir: string;
  beforeAll(async () => {
    capture = await startCapture();
    dir = await mkdtemp(join(tmpdir(), 'lectern-'));
  });
  afterAll(() => capture.close());

  async function record(encoding: Encoding) {
    const startedAt = capture.clock.now();
    const track = newTrack({ source: encoding === 'opus' ? 'microphone' : 'camera' });
    const { port } = await openTrack(capture, dir, track, encoding);
    await send(inputs[encoding], encoding, port);
    expect(await capture.closeTrack(track.trackId)).toMatchObject({ lost: 0 });
    const info = TrackInfo.parse(JSON.parse(await readFile(trackPaths(dir, track.trackId).info, 'utf8')));
    return { info, span: { startedAt, durationMs: 20_000 } };
  }

  it.each([
    ['vp8', { codec_name: 'vp8', width: 640, height: 360 }],
    ['vp9', { codec_name: 'vp9', width: 322, height: 242 }],
    ['h264', { codec_name: 'h264', width: 640, height: 362 }],
  ] as const)(
    'comes back as %s, every picture in its time',
    async (encoding, stream) => {
      const { info, span } = await record(encoding);
      const media = await convertTrack(dir, info, dir, span);
      expect(media).toMatchObject({ frames: 75, droppedFrames: 0, lostPackets: 0, notice: null });
      expect(media.intervals).toHaveLength(1);
      expect(media.intervals[0]!.end - media.intervals[0]!.start).toBeGreaterThan(2800);
      expect(await decodeErrors(media.file!)).toBe('');
      expect((await probe(media.file!)).streams).toMatchObject([{ ...stream, nb_read_frames: '75' }]);
    },
    60_000,
  );

  it('comes back as Opus with silence around it', async () => {
    const { info, span } = await record('opus');
    const media = await convertTrack(dir, info, dir, span);
    expect(Math.abs(media.frames - 150)).toBeLessThanOrEqual(2);
    expect(media.intervals).toHaveLength(1);
    expect(await decodeErrors(media.file!)).toBe('');
    const { format, streams } = await probe(media.file!);
    expect(Number(format.duration)).toBe(20);
    // 20 ms each, and short ones where the silence ends.
    expect(Math.abs(Number(streams[0]!.nb_read_frames) - 1000)).toBeLessThanOrEqual(3 + 2 * 8);
  }, 60_000);

  it('is left out with a notice when the codec is not known', async () => {
    const { info, span } = await record('vp8');
    const media = await convertTrack(dir, { ...info, mimeType: 'video/H265' }, dir, span);
    expect(media.file).toBeNull();
    expect(media.notice).toBe('The camera of Ada was sent as H265, which cannot be put into a video yet.');
    expect((await convertTrack(dir, { ...info, ssrc: 5 }, dir, span)).file).toBeNull();
  }, 60_000);
});
