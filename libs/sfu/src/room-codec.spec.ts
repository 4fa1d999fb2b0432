import type { VideoCodec } from '@lectern/contracts';
import { join } from '../testing/people';
import { startPool } from '../testing/pool';
import type { Room, WorkerPool } from '.';

describe('the codec in which a room wants its cameras', () => {
  let pool: WorkerPool;
  let room: Room;
  const told: VideoCodec[] = [];

  beforeAll(async () => {
    pool = await startPool({ videoCodec: 'vp9' });
  });
  beforeEach(async () => {
    told.length = 0;
    room = await pool.createRoom();
    room.on('codec-changed', (codec) => told.push(codec));
  });
  afterEach(() => room.close());
  afterAll(() => pool.shutdown());

  const without = (name: string) => ({
    ...room.rtpCapabilities,
    codecs: room.rtpCapabilities.codecs.filter(({ mimeType }) => mimeType !== name),
  });

  it("is the pool's while all who receive can decode it", async () => {
    await join(room).createTransport('receive', room.rtpCapabilities);
    await join(room).createTransport('send');
    expect(room.videoCodec).toBe('vp9');
    expect(told).toEqual([]);
  });

  it('is VP8 from the first device on that cannot, and stays so when that has left; told once', async () => {
    const old = join(room);
    await old.createTransport('receive', without('video/VP9'));
    old.close();
    await join(room).createTransport('receive', without('video/VP9'));
    await join(room).createTransport('receive', room.rtpCapabilities);
    expect(room.videoCodec).toBe('vp8');
    expect(told).toEqual(['vp8']);
    const other = await pool.createRoom();
    expect(other.videoCodec).toBe('vp9');
    other.close();
  });
});
