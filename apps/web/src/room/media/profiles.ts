import type { VideoCodec } from '@lectern/contracts';
import type { Device, ProducerCodecOptions, RtpCodecCapability, RtpEncodingParameters } from 'mediasoup-client/types';
import { encoderFor } from './encoder';
import type { LocalSource } from './local-media';
import { type Layering, simulcast } from './layering';
import { scalable, scalableEncoding, scalableProfile } from './scalable';

export interface SendProfile {
  encodings?: RtpEncodingParameters[];
  codecOptions?: ProducerCodecOptions;
  codec?: RtpCodecCapability;
}

export interface Sending {
  profile: SendProfile;
  layering: Layering;
  /** Null for sound. */
  codec: VideoCodec | null;
}

/**
 * Speech, one channel: DTX saves the silence, FEC mends single losses. Whoever listens with 48 kbit/s gets this very stream,
 * so it must fit with all its headers and what else the room says: 21 kbit/s of Opus, and 60 ms in a packet, because headers
 * of 50 packets a second would cost 30 kbit/s and those of 17 cost 10.
 */
const speech: SendProfile = {
  codecOptions: {
    opusStereo: false,
    opusDtx: true,
    opusFec: true,
    opusMaxPlaybackRate: 48_000,
    opusMaxAverageBitrate: 21_000,
    opusPtime: 60,
  },
};

/** Sound of a shared screen can be music: two channels, and no DTX, which would cut quiet passages. */
const screenSound: SendProfile = {
  codecOptions: { opusStereo: true, opusDtx: false, opusFec: true, opusMaxAverageBitrate: 64_000, opusPtime: 40 },
};

const layer = (scaleResolutionDownBy: number, maxBitrate: number, maxFramerate?: number): RtpEncodingParameters => ({
  scaleResolutionDownBy,
  maxBitrate,
  scalabilityMode: 'L1T3',
  ...(maxFramerate ? { maxFramerate } : {}),
});

/** VP8 simulcast by the height the camera really gives; a small picture is not worth three layers. */
export function cameraEncodings(height: number): RtpEncodingParameters[] {
  if (height >= 700) return [layer(4, 120_000), layer(2, 400_000), layer(1, 1_400_000)];
  if (height >= 360) return [layer(4, 90_000), layer(2, 250_000), layer(1, 800_000)];
  return [layer(2, 100_000), layer(1, 300_000)];
}

/** A half-size layer for weak lines, small enough for 250 kbit/s with sound; the full one keeps small print readable. */
const screenPicture: SendProfile = { encodings: [layer(2, 120_000, 5), layer(1, 2_500_000, 15)] };

const plain = (profile: SendProfile): Sending => ({ profile, layering: simulcast, codec: null });

/**
 * How a track is sent. A shared screen is VP8 whatever the room's codec: only a simulcast has a small layer whose rate can
 * be bounded, and those who save bandwidth get that one.
 */
export async function sendingOf(
  source: LocalSource,
  track: MediaStreamTrack,
  device: Device,
  wanted: VideoCodec,
): Promise<Sending> {
  switch (source) {
    case 'microphone':
      return plain(speech);
    case 'screen-audio':
      return plain(screenSound);
    case 'screen':
      return { ...plain(screenPicture), codec: 'vp8' };
    case 'camera':
      return cameraSending(track.getSettings().height ?? 720, device, wanted);
  }
}

async function cameraSending(height: number, device: Device, wanted: VideoCodec): Promise<Sending> {
  const profile = scalableProfile(height);
  const { codec, capability } = await encoderFor(device, wanted, profile);
  if (codec === 'vp8') return { ...plain({ encodings: cameraEncodings(height) }), codec };
  const sent = { encodings: [scalableEncoding(profile)], ...(capability && { codec: capability }) };
  return { profile: sent, layering: scalable(profile), codec };
}
