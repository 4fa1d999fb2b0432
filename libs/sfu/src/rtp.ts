import {
  DtlsParameters,
  type MediaSource,
  type ProducerInfo,
  type RtpCapabilities as WireRtpCapabilities,
  type RtpParameters as WireRtpParameters,
} from '@lectern/contracts';
import { DomainError } from '@lectern/kernel';
import { getSupportedRtpCapabilities } from 'mediasoup';
import type { RtpCapabilities, RtpParameters } from 'mediasoup/types';

export type MediaKind = ProducerInfo['kind'];

const kinds: Record<MediaSource, MediaKind> = {
  microphone: 'audio',
  'screen-audio': 'audio',
  interpretation: 'audio',
  camera: 'video',
  screen: 'video',
};

const refuse = (message: string) => new DomainError('VALIDATION_FAILED', message);

/** Refuses a camera that sends sound, by its kind or by its codecs: mediasoup itself takes a video of Opus. */
export function checkKind(kind: MediaKind, source: MediaSource, { codecs }: WireRtpParameters): void {
  if (kinds[source] !== kind) throw refuse(`A ${source} sends ${kinds[source]}, not ${kind}.`);
  const other = codecs.find(({ mimeType }) => !mimeType.toLowerCase().startsWith(`${kind}/`));
  if (other) throw refuse(`A ${source} cannot be sent as ${other.mimeType}.`);
}

/**
 * Refuses DTLS parameters without a well-formed fingerprint: an empty list once ended the whole worker (mediasoup#537).
 * The edge has parsed them already; this is the last gate before the worker.
 */
export function checkDtls(parameters: unknown): DtlsParameters {
  const { success, data } = DtlsParameters.safeParse(parameters);
  if (success) return data;
  throw refuse('The DTLS parameters hold no valid fingerprint.');
}

/**
 * Senders that declare `abs-capture-time` without sending it leave the worker waiting for ever before it switches
 * simulcast layers, so nobody is offered the extension and nobody's word on it is taken.
 */
const isUsable = (uri: string) => !uri.includes('abs-capture-time');
const knownExtensions = new Set<string>(
  getSupportedRtpCapabilities()
    .headerExtensions?.map((extension) => extension.uri)
    .filter(isUsable),
);

const onlyKnown = <T extends { uri: string }>(extensions: readonly T[] = []) =>
  extensions.filter((extension) => knownExtensions.has(extension.uri));

/**
 * Sound is left out of bandwidth estimation: its rate does not follow an estimate, and the feedback (up to 20 packets a
 * second) would cost a receiver of sound alone a third of its 48 kbit/s.
 */
function withoutSoundEstimation<C extends WireRtpCapabilities | RtpCapabilities>(capabilities: C): C {
  const { codecs = [], headerExtensions = [] } = capabilities;
  return {
    ...capabilities,
    codecs: codecs.map((codec) =>
      codec.kind === 'audio'
        ? { ...codec, rtcpFeedback: codec.rtcpFeedback?.filter(({ type }) => type !== 'transport-cc') }
        : codec,
    ),
    headerExtensions: headerExtensions.filter(
      ({ kind, uri }) => kind !== 'audio' || !uri.includes('transport-wide-cc'),
    ),
  };
}

/** A router's capabilities as clients get them. */
export function toWireCapabilities(capabilities: RtpCapabilities): WireRtpCapabilities {
  const wire = { ...capabilities, headerExtensions: onlyKnown(capabilities.headerExtensions) };
  // The parameter values of our own codecs are strings and numbers; mediasoup's type says `unknown`.
  return withoutSoundEstimation(structuredClone(wire) as WireRtpCapabilities);
}

/** A device's capabilities as mediasoup takes them: unknown header extensions are left out, not refused. */
export function fromWireCapabilities(capabilities: WireRtpCapabilities): RtpCapabilities {
  const known = { ...capabilities, headerExtensions: onlyKnown(capabilities.headerExtensions) };
  return withoutSoundEstimation(known as RtpCapabilities);
}

/** A sender's parameters as mediasoup takes them: unknown header extensions are left out, not refused. */
export function fromWireParameters(parameters: WireRtpParameters): RtpParameters {
  return { ...parameters, headerExtensions: onlyKnown(parameters.headerExtensions) } as RtpParameters;
}

/** A consumer's parameters as they go to its client. */
export function toWireParameters(parameters: RtpParameters): WireRtpParameters {
  return parameters as WireRtpParameters;
}
