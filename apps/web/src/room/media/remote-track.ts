import type { ProducerInfo } from '@lectern/contracts';
import type { Consumer } from 'mediasoup-client/types';
import { CallError } from '../session/call-error';
import type { Call } from '../session/connection';
import { type Offers, receive } from './offers';
import { serial } from './serial';
import type { TransportLink } from './transport-link';

export interface RemoteTrackPorts {
  call: Call;
  link: Promise<TransportLink>;
  /** Consumers that are there already. */
  offers?: Offers | undefined;
  /** A track to show or play, or nothing any more. */
  changed(producerId: string, track: MediaStreamTrack | null): void;
}

const RETRY_MS = 1000;

/** One track of somebody else: received from the moment it is first wanted, held back while it is not. */
export class RemoteTrack {
  private consumer: Consumer | null = null;
  private wanted = { flowing: false, layer: null as number | null };
  private told = { flowing: false, layer: null as number | null };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private readonly align: () => void;

  constructor(
    private readonly info: Pick<ProducerInfo, 'producerId' | 'peerId' | 'source'>,
    private readonly ports: RemoteTrackPorts,
  ) {
    this.align = serial(() => this.bringInLine());
  }

  get consumerId(): string | undefined {
    return this.consumer?.id;
  }

  want(flowing: boolean, layer: number | null): void {
    this.wanted = { flowing, layer };
    this.align();
  }

  /** Asks again for what could not be told, after the connection came back. */
  nudge(): void {
    this.align();
  }

  /** The server closed our consumer though the producer goes on: receive it anew. */
  onConsumerClosed(): void {
    this.dropConsumer();
    this.timer = setTimeout(this.align, RETRY_MS);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.dropConsumer();
  }

  private dropConsumer(): void {
    this.consumer?.close();
    if (this.consumer) this.ports.changed(this.info.producerId, null);
    this.consumer = null;
    this.told = { flowing: false, layer: null };
  }

  private async bringInLine(): Promise<void> {
    clearTimeout(this.timer);
    try {
      if (!this.consumer && this.wanted.flowing) await this.receive();
      // The one need not wait for the other.
      await Promise.all([this.tellLayer(), this.tellFlowing()]);
    } catch (error) {
      this.onFailed(CallError.of(error));
    }
  }

  private async receive(): Promise<void> {
    const consumer = (await this.ports.offers?.take(this.info.producerId)) ?? (await this.request());
    if (this.closed) return consumer?.close();
    this.consumer = consumer;
    if (consumer) this.ports.changed(this.info.producerId, consumer.track);
  }

  private async request(): Promise<Consumer | null> {
    const link = await this.ports.link;
    if (this.closed) return null;
    const { producerId } = this.info;
    const answer = await this.ports.call('consumer:create', { transportId: link.transport.id, producerId });
    return this.closed ? null : receive(link, answer, this.info);
  }

  private async tellLayer(): Promise<void> {
    const { layer } = this.wanted;
    if (!this.consumer || layer === null || layer === this.told.layer) return;
    await this.ports.call('consumer:layers', { consumerId: this.consumer.id, spatialLayer: layer });
    this.told.layer = layer;
  }

  private async tellFlowing(): Promise<void> {
    const { flowing } = this.wanted;
    if (!this.consumer || flowing === this.told.flowing) return;
    await this.ports.call(flowing ? 'consumer:resume' : 'consumer:pause', { consumerId: this.consumer.id });
    this.told.flowing = flowing;
  }

  private onFailed(error: CallError): void {
    if (this.closed || error.code === 'OFFLINE') return;
    // Our consumer is gone: begin again. Without one it is the producer that is gone, and the server says so itself.
    if (error.code === 'NOT_FOUND') {
      if (this.consumer) this.onConsumerClosed();
      return;
    }
    if (error.retryable) this.timer = setTimeout(this.align, (error.retryAfter ?? 0) * 1000 || RETRY_MS);
  }
}
