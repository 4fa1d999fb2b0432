import type { RtpCapabilities, VideoCodec } from '@lectern/contracts';

/** Whether a device can decode it, by what it declares. */
const decodes = ({ codecs }: RtpCapabilities, codec: VideoCodec): boolean =>
  codecs.some(({ mimeType }) => mimeType.toLowerCase() === `video/${codec}`);

/**
 * The codec of a room that was sent in `current` once this device receives as well: VP8 for one that cannot decode the
 * other. A device that decodes no VP8 either (one for sound alone) changes nothing, because it would gain nothing.
 */
export function codecFor(current: VideoCodec, device: RtpCapabilities): VideoCodec {
  return decodes(device, current) || !decodes(device, 'vp8') ? current : 'vp8';
}
