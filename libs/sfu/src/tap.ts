import type { Consumer, PlainTransport, Producer, ProducerTraceEventData, Router } from 'mediasoup/types';
import { guard } from './errors';
import { LiveObject } from './live-object';
import { ntpToUnixMs } from './ntp';
import type { SfuLogger } from './options';
import { tapCapabilities } from './tap-capabilities';

/** Where a tap sends RTP and RTCP, multiplexed on one port. */
export interface TapTarget {
  ip: string;
  port: number;
}

/** What a receiver of the tap must know, enough to write an SDP. */
export interface TapRtpParameters {
  mimeType: string;
  /** The part of the MIME type after the slash, in lower case: `opus`, `vp8`. */
  codec: string;
  payloadType: number;
  clockRate: number;
  channels: number | undefined;
  ssrc: number;
  /** The codec's `fmtp` parameters. */
  parameters: Record<string, unknown>;
}

/** A sender report (RFC 3550 §6.4.1) as its sender wrote it: its own RTP timestamps, its own clock. */
export interface SenderReport {
  ssrc: number;
  rtpTimestamp: number;
  /** The sender's wall clock, in milliseconds since 1970. */
  ntpMs: number;
  /** This machine's clock when the report came here, in milliseconds since 1970; it never steps. */
  receivedAt: number;
}

export type TapEvents = {
  'sender-report': [SenderReport];
  closed: [];
};

/** Above the ports of the workers' WebRTC servers, so that a tap never takes the port of a worker being replaced. */
const tapPorts = { min: 33_000, max: 59_999 };
/** A receiver that has just started may miss the first key frame or two. */
const keyFrameAtMs = [0, 500, 1_500, 3_000];

/** A plain RTP copy of one producer, its highest layer, for the recorder. It starts paused. */
export class Tap extends LiveObject<TapEvents> {
  private timers: NodeJS.Timeout[] = [];
  private readonly onTrace = (trace: ProducerTraceEventData) => this.report(trace);

  private constructor(
    private readonly producer: Producer,
    private readonly transport: PlainTransport,
    private readonly consumer: Consumer,
    logger: SfuLogger,
  ) {
    super(logger);
    producer.on('trace', this.onTrace);
    consumer.on('producerresume', () => this.askForKeyFrames());
    consumer.on('producerpause', () => this.stopAsking());
    consumer.observer.once('close', () => this.close());
  }

  /** Made by `Room.tap`. */
  static async open(router: Router, producer: Producer, target: TapTarget, logger: SfuLogger): Promise<Tap> {
    return guard('MEDIA_UNAVAILABLE', 'The track cannot be captured', async () => {
      const transport = await router.createPlainTransport({
        listenInfo: { protocol: 'udp', ip: target.ip, portRange: tapPorts },
        rtcpMux: true,
        comedia: false,
      });
      try {
        const consumer = await connect(transport, router, producer, target);
        return new Tap(producer, transport, consumer, logger);
      } catch (error) {
        transport.close();
        throw error;
      }
    });
  }

  get producerId(): string {
    return this.producer.id;
  }

  /** The sender's RTCP CNAME: tracks of one CNAME share a clock. */
  get cname(): string {
    return this.consumer.rtpParameters.rtcp?.cname ?? '';
  }

  get rtpParameters(): TapRtpParameters {
    const codec = this.consumer.rtpParameters.codecs[0]!;
    const { mimeType, payloadType, clockRate, channels, parameters = {} } = codec;
    const ssrc = this.consumer.rtpParameters.encodings![0]!.ssrc!;
    return { mimeType, codec: mimeType.slice(6).toLowerCase(), payloadType, clockRate, channels, ssrc, parameters };
  }

  async pause(): Promise<void> {
    this.stopAsking();
    await guard('MEDIA_UNAVAILABLE', 'The capture cannot be paused', () => this.consumer.pause());
  }

  /** Starts or goes on sending; key frames are asked for during the first seconds. */
  async resume(): Promise<void> {
    await guard('MEDIA_UNAVAILABLE', 'The capture cannot be resumed', () => this.consumer.resume());
    this.askForKeyFrames();
  }

  /** Asks the sender for a key frame; without effect on sound. */
  async requestKeyFrame(): Promise<void> {
    if (this.consumer.kind === 'audio') return;
    await guard('MEDIA_UNAVAILABLE', 'No key frame can be asked for', () => this.consumer.requestKeyFrame());
  }

  protected teardown(): void {
    this.stopAsking();
    this.producer.off('trace', this.onTrace);
    this.transport.close();
  }

  /** The recorder's consumer, which counts among the watchers. */
  get watcher(): Consumer {
    return this.consumer;
  }

  private askForKeyFrames(): void {
    this.stopAsking();
    if (this.closed || this.consumer.kind === 'audio') return;
    this.timers = keyFrameAtMs.map((ms) => setTimeout(() => this.askOnce(), ms));
  }

  private askOnce(): void {
    this.requestKeyFrame().catch((err: unknown) => this.logger.debug({ err }, 'A tap closed while it asked.'));
  }

  private stopAsking(): void {
    this.timers.forEach(clearTimeout);
    this.timers = [];
  }

  private report({ type, info }: ProducerTraceEventData): void {
    if (type !== 'sr') return;
    const { ssrc, rtpTs, ntpSec, ntpFrac } = info as Record<'ssrc' | 'rtpTs' | 'ntpSec' | 'ntpFrac', number>;
    // A sender without a wall clock writes zeros.
    if (ntpSec === 0) return;
    const receivedAt = performance.timeOrigin + performance.now();
    this.tell('sender-report', { ssrc, rtpTimestamp: rtpTs, ntpMs: ntpToUnixMs(ntpSec, ntpFrac), receivedAt });
  }
}

async function connect(transport: PlainTransport, router: Router, producer: Producer, target: TapTarget) {
  await transport.connect(target);
  await producer.enableTraceEvent(['sr']);
  return transport.consume({
    producerId: producer.id,
    rtpCapabilities: tapCapabilities(router.rtpCapabilities),
    paused: true,
    enableRtx: false,
  });
}
