import type { EventPayload, RtpParameters } from '@lectern/contracts';
import { rtp } from '../../libs/sfu/testing/rtp-packets';
import { opusParameters, vp8Parameters } from '../../libs/sfu/testing/senders';
import { WebRtcClient } from '../../libs/sfu/testing/webrtc-client';
import type { Person } from './person';
import { FRAME_MS, PACKET_MS, type TimedSource } from './timed-source';

type Kind = 'sound' | 'picture';

/** A track on its way: each connection counts from a number of its own, as a browser does. */
interface Way {
  client: WebRtcClient;
  producerId: string;
  ssrc: number;
  payloadType: number;
  sequence: number;
  timestamp: number;
  /** Up to which packet or frame of the source it has come. */
  next: number;
}

const MOST_BYTES = 1_100;
const KEY_EVERY = 5;

/** Somebody who sends a timed source over real ICE, DTLS and SRTP; what is not connected when its time comes is not sent. */
export class TimedSpeaker {
  private readonly ways: Partial<Record<Kind, Way>> = {};
  private size: keyof TimedSource['pictures'] = 'small';
  private wanted: keyof TimedSource['pictures'] = 'small';
  private readonly timer = setInterval(() => this.send(), PACKET_MS / 2);

  /** @param beganAt when the source begins, on the clock of `performance` */
  constructor(
    readonly person: Person,
    private readonly source: TimedSource,
    private readonly beganAt = performance.now(),
  ) {}

  /** Seconds of the source now. */
  get position(): number {
    return (performance.now() - this.beganAt) / 1_000;
  }

  /** Opens microphone and camera, anew where they were open. */
  async connect(): Promise<void> {
    this.disconnect();
    await this.open('sound', opusParameters(newSsrc()));
    await this.open('picture', vp8Parameters(newSsrc()));
  }

  /** Cuts the line: the server learns of it by itself. */
  disconnect(): void {
    for (const kind of ['sound', 'picture'] as const) {
      this.ways[kind]?.client.close();
      delete this.ways[kind];
    }
  }

  async mute(muted: boolean): Promise<void> {
    const { producerId } = this.ways.sound!;
    await this.person.call(muted ? 'producer:pause' : 'producer:resume', { producerId });
  }

  /** From the next key frame on. */
  resize(size: keyof TimedSource['pictures']): void {
    this.wanted = size;
  }

  close(): void {
    clearInterval(this.timer);
    this.disconnect();
    this.person.leave();
  }

  private async open(kind: Kind, rtpParameters: RtpParameters): Promise<void> {
    const address = await this.person.call('transport:create', { direction: 'send' });
    const peer = {
      connectTransport: async (input: EventPayload<'transport:connect'>) =>
        void (await this.person.call('transport:connect', input)),
    };
    const media = kind === 'sound' ? 'audio' : 'video';
    const client = await WebRtcClient.connect(peer, address, 'send', media, rtpParameters);
    const source = kind === 'sound' ? ('microphone' as const) : ('camera' as const);
    const track = { transportId: address.id, kind: media, source, rtpParameters, paused: false } as const;
    const { producerId } = await this.person.call('producer:create', track);
    this.ways[kind] = {
      client,
      producerId,
      ssrc: rtpParameters.encodings![0]!.ssrc!,
      payloadType: rtpParameters.codecs[0]!.payloadType,
      sequence: random(0x10000),
      timestamp: random(2 ** 32),
      next: this.due(kind),
    };
  }

  private due(kind: Kind): number {
    return Math.floor((performance.now() - this.beganAt) / (kind === 'sound' ? PACKET_MS : FRAME_MS)) + 1;
  }

  private send(): void {
    const { sound, picture } = this.ways;
    for (; sound && sound.next < this.due('sound'); sound.next += 1) this.sendSound(sound);
    for (; picture && picture.next < this.due('picture'); picture.next += 1) this.sendPicture(picture);
  }

  private sendSound(way: Way): void {
    const payload = this.source.sound[way.next];
    if (payload) this.put(way, way.next * 960, true, payload);
  }

  private sendPicture(way: Way): void {
    if (way.next % KEY_EVERY === 0) this.size = this.wanted;
    const frame = this.source.pictures[this.size][way.next];
    if (!frame) return;
    for (let at = 0; at < frame.length; at += MOST_BYTES) {
      // A payload descriptor of one byte (RFC 7741 §4.2): whether a partition begins here.
      const payload = Buffer.concat([Buffer.from([at === 0 ? 0x10 : 0]), frame.subarray(at, at + MOST_BYTES)]);
      this.put(way, way.next * 9_000, at + MOST_BYTES >= frame.length, payload);
    }
  }

  private put(way: Way, media: number, marker: boolean, payload: Buffer): void {
    const { ssrc, payloadType } = way;
    const timestamp = (way.timestamp + media) % 2 ** 32;
    way.client.send(rtp({ ssrc, payloadType, sequence: way.sequence++ & 0xffff, timestamp, marker, payload }));
  }
}

const random = (below: number): number => Math.floor(Math.random() * below);
const newSsrc = (): number => 1 + random(2 ** 32 - 1);
