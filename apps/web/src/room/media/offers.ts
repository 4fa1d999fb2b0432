import type { MediaOffer, ProducerInfo } from '@lectern/contracts';
import type { Consumer } from 'mediasoup-client/types';
import type { TransportLink } from './transport-link';

type Offer = MediaOffer['consumers'][number];

/** Begins to receive on this transport what the server consumes for us; it flows once the server is told so. */
export function receive(
  link: TransportLink,
  offer: Offer,
  { peerId, source }: Pick<ProducerInfo, 'peerId' | 'source'>,
) {
  const { consumerId: id, producerId, kind } = offer;
  const rtpParameters = offer.rtpParameters as Consumer['rtpParameters'];
  // Sound and picture of one source share a stream, so that the browser keeps lips and words together.
  const streamId = `${peerId}:${source.startsWith('screen') ? 'screen' : 'person'}`;
  return link.transport.consume({ id, producerId, kind, rtpParameters, streamId });
}

/** Consumers that came with the join, before the page knew what it shows. Each is taken once, or closed with its transport. */
export class Offers {
  private readonly waiting = new Map<string, { consumerId: string; consumer: Promise<Consumer | null> }>();
  /** Resolves when the browser has negotiated them; never rejects. */
  readonly negotiated: Promise<unknown>;

  /** All at once, so that they share one negotiation. */
  constructor(link: TransportLink, offers: readonly Offer[], producers: readonly ProducerInfo[]) {
    for (const offer of offers) {
      const { consumerId, producerId } = offer;
      const info = producers.find((producer) => producer.producerId === producerId);
      if (info) this.waiting.set(producerId, { consumerId, consumer: receive(link, offer, info).catch(() => null) });
    }
    this.negotiated = Promise.all([...this.waiting.values()].map(({ consumer }) => consumer));
  }

  /** The consumer of this producer, if one was offered; null when it came to nothing. */
  take(producerId: string): Promise<Consumer | null> | undefined {
    const offer = this.waiting.get(producerId);
    this.waiting.delete(producerId);
    return offer?.consumer;
  }

  /** The server has closed it. */
  drop(consumerId: string): void {
    for (const [producerId, offer] of this.waiting) {
      if (offer.consumerId !== consumerId) continue;
      this.waiting.delete(producerId);
      void offer.consumer.then((consumer) => consumer?.close());
    }
  }
}
