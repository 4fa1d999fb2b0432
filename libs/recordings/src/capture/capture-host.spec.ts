import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../../test/support/until';
import { RecordingClock } from '../timeline/recording-clock';
import { CaptureHost } from './capture-host';
import type { CaptureReply } from './capture-messages';
import { trackPaths } from './track-file';

const PACKETS = 300;

describe('capture where packets come as events', () => {
  it('writes all of them down', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'lectern-'));
    const replies: CaptureReply[] = [];
    const host = new CaptureHost((reply) => replies.push(reply), -1, null);
    await host.handle({ type: 'start', clock: new RecordingClock().anchor });
    const names = { producerId: 'p', participantId: 'p', displayName: 'Pia', source: 'camera', kind: 'video' } as const;
    await host.handle({ type: 'open', request: 1, dir, track: { trackId: 't', ...names } });
    const { port } = replies.find((reply) => reply.type === 'opened')!;
    const sender = createSocket('udp4');
    sender.connect(port, '127.0.0.1');
    await once(sender, 'connect');
    for (let sequence = 0; sequence < PACKETS; sequence++) {
      const packet = Buffer.alloc(1_000);
      packet.writeUInt8(0x80);
      packet.writeUInt16BE(sequence, 2);
      await new Promise((sent) => sender.send(packet, sent));
    }
    const { dump } = trackPaths(dir, 't');
    await until(
      async () => (await stat(dump)).size > PACKETS * 1_000,
      10_000,
      () => 'all packets are in the file',
    );
    await host.handle({ type: 'close', request: 2, trackId: 't' });
    const closed = replies.find((reply) => reply.type === 'closed')!;
    expect(closed.report).toMatchObject({ packets: PACKETS, lost: 0 });
    sender.close();
    await host.close();
    await rm(dir, { recursive: true });
  });
});
