import type { MediaSource } from '@lectern/contracts';
import type { ProducerCodecOptions, RtpEncodingParameters } from 'mediasoup-client/types';

export interface SendProfile {
  encodings?: RtpEncodingParameters[];
  codecOptions?: ProducerCodecOptions;
}

/**
 * Speech, one channel: DTX saves the silence, FEC mends single losses. Whoever listens with 48 kbit/s gets this very stream,
 * so it must fit with all its headers: 24 kbit/s of Opus, and 60 ms in a packet, because headers of 50 packets a second
 * would cost 30 kbit/s and those of 17 cost 10.
 */
const speech: SendProfile = {
  codecOptions: {
    opusStereo: false,
    opusDtx: true,
    opusFec: true,
    opusMaxPlaybackRate: 48_000,
    opusMaxAverageBitrate: 24_000,
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

export function profileOf(source: MediaSource, track: MediaStreamTrack): SendProfile {
  switch (source) {
    case 'microphone':
      return speech;
    case 'screen-audio':
      return screenSound;
    case 'screen':
      return screenPicture;
    case 'camera':
      return { encodings: cameraEncodings(track.getSettings().height ?? 720) };
  }
}
