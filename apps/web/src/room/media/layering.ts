import type { Producer } from 'mediasoup-client/types';

/** As much of a producer as a limit of its layers touches. */
export type LimitedProducer = Pick<
  Producer,
  'closed' | 'kind' | 'maxSpatialLayer' | 'setMaxSpatialLayer' | 'setRtpEncodingParameters' | 'rtpSender'
>;

/** How the layers of one video are spared: by leaving out streams of a simulcast, or by other layers in the one stream. */
export interface Layering {
  /** Whether the sender has no layers but those up to `highest`; -1: none. */
  isSo(encodings: readonly RTCRtpEncodingParameters[], highest: number): boolean;
  change(producer: LimitedProducer, highest: number): Promise<void>;
}

/** Each layer is a stream of its own. */
export const simulcast: Layering = {
  isSo: (encodings, highest) => encodings.every(({ active }, layer) => (active ?? true) === layer <= highest),

  async change(producer, highest) {
    // The library leaves out what it believes to be so already; a change that failed counts as done there.
    if (producer.maxSpatialLayer === highest) await producer.setMaxSpatialLayer(highest + 1);
    if (!producer.closed) await producer.setMaxSpatialLayer(highest);
  },
};
