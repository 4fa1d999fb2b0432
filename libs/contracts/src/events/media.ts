import { z } from 'zod';
import { Id, LanguageTag } from '../primitives';
import { rpc } from './rpc';

export const MediaKind = z.enum(['audio', 'video']);
/** What a track shows or carries. `interpretation`: an interpreter's voice, for those who listen to its language. */
export const MediaSource = z.enum(['microphone', 'camera', 'screen', 'screen-audio', 'interpretation']);
export type MediaSource = z.infer<typeof MediaSource>;

/** How cameras are sent: VP8 in simulcast, the others in scalable layers (SVC). */
export const VideoCodec = z.enum(['vp8', 'vp9', 'av1']);
export type VideoCodec = z.infer<typeof VideoCodec>;

const short = z.string().min(1).max(256);
const ssrc = z.number().int().min(0).max(0xffffffff);
const codecParameters = z.record(z.string().max(64), z.union([z.string().max(512), z.number(), z.boolean()]));
const feedback = z.array(z.object({ type: z.string().max(32), parameter: z.string().max(32).optional() })).max(16);
const mimeType = z.string().regex(/^(audio|video)\/[A-Za-z0-9.+-]{1,40}$/);
const headerExtension = z.object({
  uri: z.string().min(1).max(256),
  id: z.number().int().min(1).max(255),
  encrypt: z.boolean().optional(),
  parameters: codecParameters.optional(),
});

/** RTP send parameters (ORTC `RTCRtpParameters`, as mediasoup takes them), bounded. */
export const RtpParameters = z.object({
  mid: z.string().min(1).max(32).optional(),
  msid: z.string().max(256).optional(),
  codecs: z
    .array(
      z.object({
        mimeType,
        payloadType: z.number().int().min(0).max(127),
        clockRate: z.number().int().min(1).max(1_000_000),
        channels: z.number().int().min(1).max(8).optional(),
        parameters: codecParameters.optional(),
        rtcpFeedback: feedback.optional(),
      }),
    )
    .min(1)
    .max(16),
  headerExtensions: z.array(headerExtension).max(32).optional(),
  encodings: z
    .array(
      z.object({
        ssrc: ssrc.optional(),
        rid: z
          .string()
          .regex(/^[A-Za-z0-9_-]{1,16}$/)
          .optional(),
        codecPayloadType: z.number().int().min(0).max(127).optional(),
        rtx: z.object({ ssrc }).optional(),
        dtx: z.boolean().optional(),
        scalabilityMode: z
          .string()
          .regex(/^[LS][1-9]\d?T[1-9]\d?(_KEY|h)?(_SHIFT)?$/)
          .optional(),
        scaleResolutionDownBy: z.number().min(1).max(64).optional(),
        maxBitrate: z.number().int().min(1000).max(50_000_000).optional(),
        maxFramerate: z.number().min(1).max(120).optional(),
        adaptivePtime: z.boolean().optional(),
        priority: z.string().max(16).optional(),
        networkPriority: z.string().max(16).optional(),
        active: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(8)
    .optional(),
  rtcp: z
    .object({ cname: z.string().max(256).optional(), reducedSize: z.boolean().optional(), mux: z.boolean().optional() })
    .optional(),
});
export type RtpParameters = z.infer<typeof RtpParameters>;

/** What a device can receive (ORTC `RTCRtpCapabilities`), bounded. */
export const RtpCapabilities = z.object({
  codecs: z
    .array(
      z.object({
        kind: MediaKind,
        mimeType,
        preferredPayloadType: z.number().int().min(0).max(127).optional(),
        clockRate: z.number().int().min(1).max(1_000_000),
        channels: z.number().int().min(1).max(8).optional(),
        parameters: codecParameters.optional(),
        rtcpFeedback: feedback.optional(),
      }),
    )
    .min(1)
    .max(64),
  headerExtensions: z
    .array(
      z.object({
        kind: MediaKind,
        uri: z.string().min(1).max(256),
        preferredId: z.number().int().min(1).max(255),
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(64)
    .optional(),
});
export type RtpCapabilities = z.infer<typeof RtpCapabilities>;

const fingerprintBytes: Record<string, number> = {
  'sha-1': 20,
  'sha-224': 28,
  'sha-256': 32,
  'sha-384': 48,
  'sha-512': 64,
};

/** An empty or malformed fingerprint list must never reach the media worker. */
export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z
        .object({
          algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
          value: z.string().regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2})+$/),
        })
        .refine(
          ({ algorithm, value }) => value.split(':').length === fingerprintBytes[algorithm],
          'The fingerprint has the wrong length for its algorithm.',
        ),
    )
    .min(1)
    .max(8),
});
export type DtlsParameters = z.infer<typeof DtlsParameters>;

export const IceParameters = z.object({
  usernameFragment: short,
  password: short,
  iceLite: z.boolean().optional(),
});

export const TransportOptions = z.object({
  id: short,
  iceParameters: IceParameters,
  iceCandidates: z.array(z.record(z.string(), z.unknown())),
  dtlsParameters: z.record(z.string(), z.unknown()),
  iceServers: z.array(
    z.object({ urls: z.array(z.string()), username: z.string().optional(), credential: z.string().optional() }),
  ),
});
export type TransportOptions = z.infer<typeof TransportOptions>;

/** A track that is being sent into the room. */
export const ProducerInfo = z
  .object({
    producerId: z.string(),
    peerId: z.string(),
    participantId: Id,
    kind: MediaKind,
    source: MediaSource,
    paused: z.boolean(),
    /** BCP 47: what is spoken on it, where the speaker says so; else the event's first. Interpretation always has one. */
    language: z.string().optional(),
  })
  .meta({ id: 'ProducerInfo' });
export type ProducerInfo = z.infer<typeof ProducerInfo>;

/** A track as its receiver's transport takes it. */
const ConsumerOptions = z.object({
  consumerId: short,
  producerId: short,
  kind: MediaKind,
  rtpParameters: RtpParameters,
  producerPaused: z.boolean(),
});

/**
 * What it takes to hear and see a room at once: a receiving transport, and on it consumers of what flows now, paused
 * until consumer:resume. Tracks beyond the first ones are asked for with consumer:create.
 */
export const MediaOffer = z
  .object({ transport: TransportOptions, consumers: z.array(ConsumerOptions) })
  .meta({ id: 'MediaOffer' });
export type MediaOffer = z.infer<typeof MediaOffer>;

const TransportId = z.object({ transportId: short });
const ProducerId = z.object({ producerId: short });
const ConsumerId = z.object({ consumerId: short });
const none = z.object({});
const media = { count: 60, seconds: 10 };

export const mediaClientEvents = {
  'transport:create': rpc({
    summary: 'Open one WebRTC transport; a receiving one says what the device can decode.',
    input: z.discriminatedUnion('direction', [
      z.object({ direction: z.literal('send') }),
      z.object({ direction: z.literal('receive'), rtpCapabilities: RtpCapabilities }),
    ]),
    output: TransportOptions,
    limit: { count: 12, seconds: 10 },
  }),
  'transport:connect': rpc({
    summary: 'Hand over the DTLS fingerprints of the device.',
    input: TransportId.extend({ dtlsParameters: DtlsParameters }),
    output: none,
    limit: { count: 12, seconds: 10 },
  }),
  'transport:restart-ice': rpc({
    summary: 'New ICE credentials after the network changed.',
    input: TransportId,
    output: z.object({ iceParameters: IceParameters }),
    limit: { count: 20, seconds: 10 },
  }),
  'producer:create': rpc({
    summary: 'Send a track into the room (stage roles).',
    input: TransportId.extend({
      kind: MediaKind,
      source: MediaSource,
      rtpParameters: RtpParameters,
      paused: z.boolean().default(false),
      /** What is spoken on it, where that is not the event's first language. Interpretation names one of the event's. */
      language: LanguageTag.optional(),
    }),
    output: ProducerId,
    limit: { count: 20, seconds: 10 },
  }),
  'producer:pause': rpc({ summary: 'Mute a track.', input: ProducerId, output: none, limit: media }),
  'producer:resume': rpc({ summary: 'Unmute a track.', input: ProducerId, output: none, limit: media }),
  'producer:close': rpc({ summary: 'Stop sending a track.', input: ProducerId, output: none, limit: media }),
  'consumer:create': rpc({
    summary: 'Receive a track; it starts paused until consumer:resume.',
    input: TransportId.extend({ producerId: short }),
    output: ConsumerOptions,
    limit: { count: 200, seconds: 10 },
  }),
  'consumer:resume': rpc({
    summary: 'Let a track flow.',
    input: ConsumerId,
    output: none,
    limit: { count: 200, seconds: 10 },
  }),
  'consumer:pause': rpc({
    summary: 'Hold a track back.',
    input: ConsumerId,
    output: none,
    limit: { count: 200, seconds: 10 },
  }),
  'consumer:layers': rpc({
    summary: 'Highest simulcast or SVC layers wanted, by the size at which the track is shown.',
    input: ConsumerId.extend({
      spatialLayer: z.number().int().min(0).max(4),
      temporalLayer: z.number().int().min(0).max(4).optional(),
    }),
    output: none,
    limit: { count: 200, seconds: 10 },
  }),
  'consumer:close': rpc({
    summary: 'Stop receiving a track.',
    input: ConsumerId,
    output: none,
    limit: { count: 200, seconds: 10 },
  }),
} as const;

export const mediaServerEvents = {
  'producer:opened': ProducerInfo,
  'producer:changed': ProducerInfo,
  'producer:closed': z.object({ producerId: z.string() }),
  /** To its sender: the highest layer of this video that anybody watches, or nobody (null); the others can be spared. */
  'producer:layers': z.object({ producerId: z.string(), spatialLayer: z.number().int().min(0).max(4).nullable() }),
  /** To the stage: somebody has come who cannot decode the codec of before; cameras are to be sent in this one. */
  'media:codec': z.object({ videoCodec: VideoCodec }),
  'consumer:closed': z.object({ consumerId: z.string() }),
  /** The loudest speaker now, or nobody. */
  'speaker:changed': z.object({ peerId: z.string().nullable() }),
  /**
   * This connection's transports were lost, with all they carried: open new ones. What others send is still there,
   * but for the tracks that `producer:closed` names next.
   */
  'media:reset': z.object({}),
} as const;
