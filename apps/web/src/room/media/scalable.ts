import type { RtpEncodingParameters } from 'mediasoup-client/types';
import type { Layering } from './layering';

/** How a camera is sent as one stream of scalable layers (SVC), of which each has twice the size of the one below. */
export interface ScalableProfile {
  /** Bit/s of the whole stream when it has this many layers: the first for one layer. */
  rates: readonly number[];
  /** The picture of all layers is so much smaller than the camera's: nobody's tile is worth more than 720 lines. */
  scaleDownBy: number;
}

/**
 * By the height that the camera really gives. Encoders refuse layers of fewer than 135 lines, so a small picture has
 * fewer. In each the lowest layer alone is small enough for 250 kbit/s with sound.
 */
export function scalableProfile(height: number): ScalableProfile {
  const scaleDownBy = Math.max(1, height / 720);
  if (height >= 540) return { rates: [150_000, 500_000, 1_600_000], scaleDownBy };
  if (height >= 270) return { rates: [150_000, 600_000], scaleDownBy };
  return { rates: [200_000], scaleDownBy };
}

/**
 * The stream with its layers up to `highest`. Each layer refers to others in key frames alone (`_KEY`), so that
 * a viewer is sent one layer and not all below it. With fewer layers the picture is smaller by as much, which leaves every layer
 * that stays what it was.
 */
export function scalableEncoding({ rates, scaleDownBy }: ScalableProfile, highest = rates.length - 1) {
  const kept = Math.min(highest + 1, rates.length);
  return {
    scalabilityMode: kept > 1 ? `L${kept}T3_KEY` : 'L1T3',
    scaleResolutionDownBy: scaleDownBy * 2 ** (rates.length - kept),
    maxBitrate: rates[kept - 1],
  } satisfies RtpEncodingParameters;
}

/** Spares layers of the one stream; for nobody it pauses. */
export function scalable(profile: ScalableProfile): Layering {
  return {
    isSo: ([now], highest) => {
      if (!now || highest < 0) return now?.active === false;
      const wanted = scalableEncoding(profile, highest);
      // Not every browser's typings know the field.
      const { scalabilityMode } = now as { scalabilityMode?: string };
      return (now.active ?? true) && scalabilityMode === wanted.scalabilityMode;
    },

    change: (producer, highest) =>
      producer.setRtpEncodingParameters(
        highest < 0 ? { active: false } : { active: true, ...scalableEncoding(profile, highest) },
      ),
  };
}
