import { endWebRtc } from '../testing/webrtc-client';
import { join, listen, speak } from '../testing/people';
import { startPool } from '../testing/pool';
import { vp8Parameters } from '../testing/senders';
import { waitFor } from '../testing/wait-for';
import type { Room, WorkerPool } from '.';

// Less is told after two seconds, and some tests wait for it more than once.
jest.setTimeout(20_000);

describe('the layers that anybody watches', () => {
  let pool: WorkerPool;
  let room: Room;
  let producerId: string;
  const told: (number | null)[] = [];
  const endings: (() => void)[] = [];

  beforeAll(async () => {
    pool = await startPool();
  });
  beforeEach(async () => {
    room = await pool.createRoom();
    told.length = 0;
    room.on('layers-wanted', (wanted) => told.push(wanted.spatialLayer));
    const sending = await speak(join(room), 'camera', vp8Parameters(11, 12, 13));
    ({ producerId } = sending);
    endings.push(() => sending.client.close());
  });
  afterEach(() => {
    for (const end of endings.splice(0)) end();
    room.close();
  });
  afterAll(async () => {
    await pool.shutdown();
    endWebRtc();
  });

  async function viewer(spatialLayer: number) {
    const peer = join(room);
    const { client, consumer } = await listen(room, peer, producerId);
    endings.push(() => client.close());
    await peer.setConsumerLayers({ consumerId: consumer.consumerId, spatialLayer });
    return { peer, consumerId: consumer.consumerId };
  }

  const last = (layer: number | null) => waitFor(`${layer}`, () => told.length > 0 && told.at(-1) === layer, 4_000);

  it('are none while nobody does, and told at once when somebody begins', async () => {
    const { peer, consumerId } = await viewer(1);
    await last(null);
    await peer.resumeConsumer({ consumerId });
    expect(told).toEqual([null, 1]);
  });

  it('are the highest of all who watch; less is told only after it has stayed so', async () => {
    const [small, large] = [await viewer(0), await viewer(2)];
    await small.peer.resumeConsumer(small);
    await large.peer.resumeConsumer(large);
    await last(2);
    await large.peer.pauseConsumer(large);
    await large.peer.resumeConsumer(large);
    await large.peer.setConsumerLayers({ ...large, spatialLayer: 1 });
    await last(1);
    large.peer.close();
    await last(0);
    small.peer.close();
    await last(null);
    expect(told.filter((layer) => layer === null).length).toBeLessThanOrEqual(2);
  });

  it('are all of them for the recorder', async () => {
    await last(null);
    const tap = await room.tap(producerId, { ip: '127.0.0.1', port: 9 });
    expect(told.at(-1)).toBeNull();
    await tap.resume();
    expect(told.at(-1)).toBeGreaterThanOrEqual(2);
    tap.close();
    await last(null);
  });

  it('are told no more once the track has ended', async () => {
    const { peer, consumerId } = await viewer(0);
    await peer.resumeConsumer({ consumerId });
    await last(0);
    const count = told.length;
    room.close();
    await expect(waitFor('news', () => told.length > count, 2_500)).rejects.toThrow('in vain');
  });
});
