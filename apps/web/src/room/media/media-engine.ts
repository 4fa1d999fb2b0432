import type { MediaOffer, ProducerInfo } from '@lectern/contracts';
import type { ConnectionState, Device } from 'mediasoup-client/types';
import type { Call } from '../session/connection';
import { loadDevice } from './device';
import type { LocalMedia } from './local-media';
import { Offers } from './offers';
import { Receiver } from './receiver';
import type { Reception } from './reception';
import { Sender, type SenderPorts } from './sender';
import { type LinkEvents, TransportLink } from './transport-link';
import { addReport, emptySample, type TrafficSample } from './traffic';

export interface EngineEvents {
  track(producerId: string, track: MediaStreamTrack | null): void;
  state(direction: 'send' | 'receive', state: ConnectionState): void;
  /** Nothing of this engine can be saved: start a new one. */
  lost(): void;
}

/** What came with the join: a device that is ready, and all it takes to receive. */
export interface Start {
  device: Device;
  offer: MediaOffer;
  producers: readonly ProducerInfo[];
}

/** One life of the media: a device, two transports, what is sent and what is received. A rebuild is a new engine. */
export class MediaEngine {
  readonly sender: Sender;
  readonly receiver: Receiver;
  /** What came with the join is negotiated, and the server told to let it flow. Undefined where nothing came. */
  readonly negotiated: Promise<unknown> | undefined;
  private readonly device: Promise<Device>;
  private readonly links: TransportLink[] = [];
  private closed = false;

  constructor(
    from: Start | Record<string, unknown>,
    local: LocalMedia,
    private readonly call: Call,
    private readonly events: EngineEvents,
    wishes: Pick<SenderPorts, 'videoCodec' | 'voice'>,
  ) {
    const start = isStart(from) ? from : null;
    this.device = isStart(from) ? Promise.resolve(from.device) : loadDevice(from);
    const near = start && this.keep(this.linkTo(start));
    const link = near ? Promise.resolve(near) : this.open('receive');
    // Whoever waits for it hears of the failure; until somebody does, it must not count as unhandled.
    link.catch(() => this.events.lost());
    const offers = near && start ? new Offers(near, start.offer.consumers, start.producers) : undefined;
    this.negotiated = offers?.negotiated;
    this.receiver = new Receiver({ call, link, offers, changed: (id, track) => this.events.track(id, track) });
    this.sender = new Sender(local, call, { device: this.device, openLink: () => this.open('send'), ...wishes });
    this.sender.align();
  }

  align(producers: readonly ProducerInfo[], reception: Reception): void {
    if (!this.closed) this.receiver.align(producers, reception);
  }

  /** The socket is back: tell the server what it could not hear, and find the way through the new network. */
  async resume(): Promise<void> {
    await Promise.all(this.links.map((link) => link.restart()));
    if (this.closed) return;
    this.sender.unlimit();
    this.sender.align();
    this.receiver.nudge();
  }

  async sample(nowMs: number): Promise<TrafficSample> {
    let sample: TrafficSample = { ...emptySample, atMs: nowMs };
    const reports = await Promise.all(this.links.map(({ transport }) => transport.getStats()));
    for (const stats of reports) stats.forEach((report: { type: string }) => (sample = addReport(sample, report)));
    return sample;
  }

  close(): void {
    this.closed = true;
    this.sender.close();
    this.receiver.close();
    for (const link of this.links) link.close();
  }

  private async open(direction: 'send' | 'receive'): Promise<TransportLink> {
    const link = await TransportLink.open(await this.device, direction, this.call, this.healthOf(direction));
    return this.keep(link);
  }

  private linkTo({ device, offer }: Start): TransportLink {
    return TransportLink.to(offer.transport, device, 'receive', this.call, this.healthOf('receive'));
  }

  private keep(link: TransportLink): TransportLink {
    if (this.closed) link.close();
    else this.links.push(link);
    return link;
  }

  private healthOf(direction: 'send' | 'receive'): LinkEvents {
    return {
      state: (state) => this.events.state(direction, state),
      lost: () => {
        if (!this.closed) this.events.lost();
      },
    };
  }
}

const isStart = (from: Start | Record<string, unknown>): from is Start => 'offer' in from;
