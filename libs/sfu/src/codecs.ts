import { getSupportedRtpCapabilities } from 'mediasoup';
import type { RouterRtpCodecCapability } from 'mediasoup/types';

/**
 * What rooms route, in the order of preference. VP8 comes first because its simulcast works in every browser; H.264 is
 * the constrained baseline (RFC 6184 §8.1) that hardware encodes; VP9 and AV1 are for SVC where a browser offers them. What is
 * not here the recorder could not take apart, and a track must not be lost because of its codec.
 */
const wanted: RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    // RFC 7587 §6.1: in-band FEC carries speech over lost packets, DTX makes silence nearly free.
    parameters: { useinbandfec: 1, usedtx: 1, minptime: 10 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  { kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0 } },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
  { kind: 'video', mimeType: 'video/AV1', clockRate: 90_000 },
];

/** The codecs of every router: those wanted that this mediasoup knows. */
export function mediaCodecs(): RouterRtpCodecCapability[] {
  const known = new Set(getSupportedRtpCapabilities().codecs?.map((codec) => codec.mimeType.toLowerCase()));
  return wanted.filter((codec) => known.has(codec.mimeType.toLowerCase()));
}
