import type { RtcpFeedback, RtpCapabilities } from 'mediasoup/types';

const onlyKeyFrames = ({ type, parameter }: RtcpFeedback) =>
  (type === 'nack' && parameter === 'pli') || (type === 'ccm' && parameter === 'fir');

/**
 * What a recorder on the same machine needs of a router: every codec, no retransmission, no header extensions and no
 * bandwidth estimation. Nothing is lost on the loopback, and what is absent need not be parsed.
 */
export function tapCapabilities({ codecs = [] }: RtpCapabilities): RtpCapabilities {
  const media = codecs.filter((codec) => !codec.mimeType.toLowerCase().endsWith('/rtx'));
  const plain = media.map((codec) => ({ ...codec, rtcpFeedback: codec.rtcpFeedback?.filter(onlyKeyFrames) ?? [] }));
  return { codecs: plain, headerExtensions: [] };
}
