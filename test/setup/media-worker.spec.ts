import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createWorker, type types } from 'mediasoup';

interface Native {
  mediasoupWorkerBin: string;
}
const native = JSON.parse(
  readFileSync(resolve(__dirname, '../../node_modules/.lectern/native.json'), 'utf8'),
) as Native;

const SSRC = 0x1ec7e4;
const PAYLOAD_TYPE = 100;
const opus: types.RouterRtpCodecCapability = {
  kind: 'audio',
  mimeType: 'audio/opus',
  preferredPayloadType: PAYLOAD_TYPE,
  clockRate: 48000,
  channels: 2,
};

jest.setTimeout(60_000);

/** The worker that set-up found or built, and not a stand-in: what our layer over libsrtp does shows only on the wire. */
describe('the media worker of this machine', () => {
  let worker: types.Worker;
  beforeAll(async () => {
    worker = await createWorker({ workerBin: native.mediasoupWorkerBin });
  });
  afterAll(() => worker.close());

  it.each<types.SrtpCryptoSuite>([
    'AEAD_AES_256_GCM',
    'AEAD_AES_128_GCM',
    'AES_CM_128_HMAC_SHA1_80',
    'AES_CM_128_HMAC_SHA1_32',
  ])('carries audio encrypted with %s', async (suite) => {
    const [near, far] = await Promise.all([openEnd(suite), openEnd(suite)]);
    await Promise.all([connect(near.transport, far.transport), connect(far.transport, near.transport)]);

    const source = await near.application.produce({ kind: 'audio', rtpParameters: sourceParameters() });
    const sending = await near.transport.consume({
      producerId: source.id,
      rtpCapabilities: near.router.rtpCapabilities,
    });
    const receiving = await far.transport.produce({ kind: 'audio', rtpParameters: sending.rtpParameters });
    const sink = await far.application.consume({
      producerId: receiving.id,
      rtpCapabilities: far.router.rtpCapabilities,
    });

    const received: string[] = [];
    const all = new Promise<void>((settle) =>
      sink.on('rtp', (packet) => {
        received.push(payloadOf(packet));
        if (received.length === texts.length) settle();
      }),
    );
    texts.forEach((text, sequence) => source.send(rtpPacket(sequence, text)));
    await all;
    expect(received.sort()).toEqual([...texts].sort());
  });

  const texts = Array.from({ length: 20 }, (_, index) => `packet ${index} of the lecture`);

  /** A router with a transport to the network, and one to this process. */
  async function openEnd(srtpCryptoSuite: types.SrtpCryptoSuite) {
    const router = await worker.createRouter({ mediaCodecs: [opus] });
    const transport = await router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
      enableSrtp: true,
      srtpCryptoSuite,
    });
    return { router, transport, application: await router.createDirectTransport() };
  }

  function connect(from: types.PlainTransport, to: types.PlainTransport) {
    return from.connect({ ip: '127.0.0.1', port: to.tuple.localPort, srtpParameters: to.srtpParameters });
  }

  function sourceParameters(): types.RtpParameters {
    const { mimeType, clockRate, channels } = opus;
    return {
      codecs: [{ mimeType, clockRate, channels, payloadType: PAYLOAD_TYPE }],
      encodings: [{ ssrc: SSRC }],
      rtcp: { cname: 'lectern' },
    };
  }
});

/** A packet as in RFC 3550, section 5.1, without extension or sources. */
function rtpPacket(sequence: number, text: string): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt8(0x80, 0);
  header.writeUInt8(PAYLOAD_TYPE, 1);
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(sequence * 960, 4);
  header.writeUInt32BE(SSRC, 8);
  return Buffer.concat([header, Buffer.from(text)]);
}

/** The worker may add a header extension on the way. */
function payloadOf(packet: Buffer): string {
  const extended = (packet.readUInt8(0) & 0x10) !== 0;
  const extension = extended ? 4 + 4 * packet.readUInt16BE(14) : 0;
  return packet.subarray(12 + extension).toString();
}
