import type { VideoCodec } from '@lectern/contracts';

/** What the browser says of its encoder for pictures as the camera's would be. */
export type EncoderAnswer = Pick<MediaCapabilitiesInfo, 'supported' | 'smooth' | 'powerEfficient'>;

export interface Machine {
  /** Logical ones. */
  cores: number;
  mobile: boolean;
}

/** Three layers of AV1 in software fill about one core at 720 lines; the room itself, and what is shown, need theirs. */
const CORES_FOR_AV1 = 8;

/**
 * Whether a camera should be sent so. AV1 without an encoder in hardware would drain a phone and make a small computer
 * stutter, though their browsers can do it; the other codecs are cheap enough for whoever has them.
 */
export function mayEncode(codec: VideoCodec, answer: EncoderAnswer, { cores, mobile }: Machine): boolean {
  if (!answer.supported) return false;
  if (codec !== 'av1') return true;
  return answer.smooth && (answer.powerEfficient || (!mobile && cores >= CORES_FOR_AV1));
}
