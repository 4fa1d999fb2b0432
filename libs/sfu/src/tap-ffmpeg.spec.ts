import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { Ffmpeg } from '../testing/ffmpeg';
import { join, speak } from '../testing/people';
import { startPool } from '../testing/pool';
import { vp8Parameters } from '../testing/senders';
import { UdpSink } from '../testing/udp-sink';
import { endWebRtc } from '../testing/webrtc-client';

/** Finds a free port by opening and closing one. */
async function freePort(): Promise<number> {
  const sink = await UdpSink.open();
  const { port } = sink;
  sink.close();
  return port;
}

describe('a tap and ffmpeg', () => {
  it('decodes a real picture that came through DTLS-SRTP and the worker', async () => {
    const folder = await mkdtemp(joinPath(tmpdir(), 'lectern-sfu-'));
    const pool = await startPool();
    const room = await pool.createRoom();
    const parameters = vp8Parameters(9_001);
    const { client, producerId } = await speak(join(room), 'camera', parameters);
    const relay = createSocket('udp4', (packet) => client.send(packet)).bind(0, '127.0.0.1');
    await once(relay, 'listening');
    const sender = Ffmpeg.sendVp8(relay.address().port, 9_001, parameters.codecs[0]!.payloadType, 8);
    const port = await freePort();
    const tap = await room.tap(producerId, { ip: '127.0.0.1', port });
    const decoder = await Ffmpeg.decode(tap, port, 20, joinPath(folder, 'tap.sdp'));
    try {
      await tap.resume();
      const log = await decoder.done();
      expect(log).toMatch(/Video: vp8.*320x180/);
      expect(log).toMatch(/frame=\s*20 /);
    } finally {
      sender.kill();
      decoder.kill();
      relay.close();
      client.close();
      await pool.shutdown();
      await rm(folder, { recursive: true });
      endWebRtc();
    }
  }, 30_000);
});
