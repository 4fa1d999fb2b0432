import type { RtpParameters } from '@lectern/contracts';
import { rtp, senderReport, vp8 } from './rtp-packets';

const opusType = 100;
const vp8Type = 101;
const levelExtension = { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 6 };

export const opusParameters = (ssrc: number): RtpParameters => ({
  codecs: [{ mimeType: 'audio/opus', payloadType: opusType, clockRate: 48_000, channels: 2 }],
  headerExtensions: [levelExtension],
  encodings: [{ ssrc }],
  rtcp: { cname: `cname-${ssrc}` },
});

export const vp8Parameters = (...ssrcs: number[]): RtpParameters => ({
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: vp8Type,
      clockRate: 90_000,
      rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
    },
  ],
  encodings: ssrcs.map((ssrc) => ({ ssrc })),
  rtcp: { cname: `cname-${ssrcs[0]}` },
});

type Send = (packet: Buffer) => void;

/** Calls `step` once for each period, late ones too, so that media time keeps up with the clock of a busy machine. */
function pace(periodMs: number, step: (n: number, dueAt: number) => void): () => void {
  const startedAt = Date.now();
  let n = 0;
  const timer = setInterval(() => {
    for (; startedAt + n * periodMs <= Date.now(); n++) step(n, startedAt + n * periodMs);
  }, periodMs);
  return () => clearInterval(timer);
}

/** Sends crafted Opus of 20 ms a packet, with an audio level, and a sender report each second. */
export function sendOpus(send: Send, ssrc: number, level = 10): () => void {
  return pace(20, (n, dueAt) => {
    const timestamp = 1_000 + n * 960;
    const payload = Buffer.from([0xfc, 0xff, 0xfe]);
    const head = { payloadType: opusType, sequence: n, timestamp, ssrc };
    send(rtp({ ...head, payload, level: { id: levelExtension.id, value: level } }));
    if (n % 50 === 0) send(senderReport(ssrc, timestamp, dueAt));
  });
}

/** One simulcast layer's RTP clock starts somewhere of its own, as browsers do it. */
export const layerStart = (layer: number) => 10_000_000 * (layer + 1);

/** Sends crafted VP8 at 25 frames a second, each fifth a key frame, on every SSRC, with sender reports. */
export function sendVp8(send: Send, ssrcs: readonly number[]): () => void {
  return pace(40, (n, dueAt) => {
    ssrcs.forEach((ssrc, layer) => {
      const timestamp = layerStart(layer) + n * 3_600;
      const payload = vp8(n, n % 5 === 0);
      send(rtp({ payloadType: vp8Type, sequence: n, timestamp, ssrc, marker: true, payload }));
      if (n % 10 === 0) send(senderReport(ssrc, timestamp, dueAt));
    });
  });
}
