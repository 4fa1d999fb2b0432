import type { EventOutput, EventPayload } from '@lectern/contracts';
import { DomainError, notFound } from '@lectern/kernel';
import type { Consumer, RtpCapabilities } from 'mediasoup/types';
import { guard } from './errors';
import type { LayerDemand } from './layer-demand';
import type { TransportEntry } from './peer-transports';
import type { RoomSite } from './room-site';
import { toWireParameters } from './rtp';

export type ConsumeOutput = EventOutput<'consumer:create'>;
export type LayersInput = EventPayload<'consumer:layers'>;

/** A page of tiles with sound and picture; nobody can look at more. */
const perPeer = 200;

/** The tracks that one peer receives: at most one consumer for each producer. */
export class PeerConsumers {
  private readonly entries = new Map<string, Consumer>();
  private opening = 0;
  private closed = false;

  /**
   * @param bring makes a track of the room receivable at this site, and gives it up again
   * @param ended told when a consumer ends otherwise than by its client's or the peer's own `close`.
   */
  constructor(
    private readonly bring: (producerId: string, site: RoomSite) => Promise<() => void>,
    private readonly ended: (consumerId: string) => void,
    private readonly demand: LayerDemand,
  ) {}

  /** Opens a paused consumer in place of an earlier one of the same producer. */
  async open(way: TransportEntry, producerId: string): Promise<ConsumeOutput> {
    if (this.entries.size + this.opening >= perPeer) {
      throw new DomainError('LIMIT_EXCEEDED', `One device receives at most ${perPeer} tracks.`);
    }
    this.opening++;
    try {
      const giveUp = await this.bring(producerId, way.site);
      const consumer = await consume(way, producerId).catch((error: unknown) => {
        giveUp();
        throw error;
      });
      if (consumer.closed) giveUp();
      else consumer.observer.once('close', giveUp);
      this.add(consumer, way);
      return answer(consumer);
    } finally {
      this.opening--;
    }
  }

  /** Lets it flow, from a key frame on. */
  async resume(consumerId: string): Promise<void> {
    const consumer = this.get(consumerId);
    await guard('MEDIA_UNAVAILABLE', 'The track cannot be resumed', async () => {
      await consumer.resume();
      if (consumer.kind === 'video') await consumer.requestKeyFrame();
    });
  }

  async pause(consumerId: string): Promise<void> {
    const consumer = this.get(consumerId);
    await guard('MEDIA_UNAVAILABLE', 'The track cannot be paused', () => consumer.pause());
  }

  /** The highest layers wanted; the worker sends lower ones when the bandwidth does not carry them. */
  async setLayers({ consumerId, spatialLayer, temporalLayer }: LayersInput): Promise<void> {
    const consumer = this.get(consumerId);
    await guard('VALIDATION_FAILED', 'These layers cannot be chosen', () =>
      consumer.setPreferredLayers({ spatialLayer, temporalLayer }),
    );
    this.demand.review(consumer.producerId);
  }

  close(consumerId: string): void {
    const consumer = this.get(consumerId);
    // Out of the map first: its end is no news to the client that asked for it.
    this.entries.delete(consumerId);
    consumer.close();
  }

  /** From here on ends are no news; the peer's transports close the consumers. */
  mute(): void {
    this.closed = true;
  }

  private add(consumer: Consumer, { transport, site }: TransportEntry): void {
    if (this.closed || transport.closed || consumer.closed) {
      consumer.close();
      throw notFound('This track');
    }
    this.closeSame(consumer.producerId);
    this.entries.set(consumer.id, consumer);
    if (consumer.kind === 'video') this.demand.watch(consumer);
    // The worker has closed its side when the producer went; mediasoup then closes the consumer here as well.
    consumer.observer.once('close', () => this.gone(consumer.id, site));
  }

  private closeSame(producerId: string): void {
    for (const old of this.entries.values()) if (old.producerId === producerId) old.close();
  }

  private gone(consumerId: string, { router }: RoomSite): void {
    const known = this.entries.delete(consumerId);
    if (known && !this.closed && !router.closed) this.ended(consumerId);
  }

  private get(consumerId: string): Consumer {
    const consumer = this.entries.get(consumerId);
    if (!consumer) throw notFound('This track');
    return consumer;
  }
}

async function consume({ transport, site, rtpCapabilities }: TransportEntry, producerId: string): Promise<Consumer> {
  check(site, producerId, rtpCapabilities);
  return guard('VALIDATION_FAILED', 'The track cannot be received', () =>
    transport.consume({ producerId, rtpCapabilities, paused: true }),
  );
}

function check({ router }: RoomSite, producerId: string, rtpCapabilities: RtpCapabilities): void {
  if (router.closed) throw new DomainError('MEDIA_UNAVAILABLE', 'The media worker is gone; join again.');
  if (router.canConsume({ producerId, rtpCapabilities })) return;
  throw new DomainError('VALIDATION_FAILED', 'This device cannot decode the track.');
}

function answer(consumer: Consumer): ConsumeOutput {
  return {
    consumerId: consumer.id,
    producerId: consumer.producerId,
    kind: consumer.kind,
    rtpParameters: toWireParameters(consumer.rtpParameters),
    producerPaused: consumer.producerPaused,
  };
}
