import type { Logger } from '@lectern/observability';
import type { Broadcaster, RelayedFact } from '@lectern/realtime';
import type { Redis } from 'ioredis';

/** Redis publishes to all of its numbered databases, and each of them is another installation's. */
const channelOf = ({ options }: Redis): string => `lectern:facts:${options.db ?? 0}`;

interface Envelope {
  from: string;
  fact: RelayedFact;
}

/** Carries what a server has to say to people who are not on it to all others, over Redis pub/sub. */
export class Relay {
  private constructor(
    private readonly address: string,
    private readonly publisher: Redis,
    private readonly subscriber: Redis,
    private readonly logger: Logger,
  ) {}

  /** @param subscriber a connection for this alone */
  static async open(
    address: string,
    broadcaster: Broadcaster,
    redis: { publisher: Redis; subscriber: Redis },
    logger: Logger,
  ): Promise<Relay> {
    const relay = new Relay(address, redis.publisher, redis.subscriber, logger);
    redis.subscriber.on('message', (_channel: string, text: string) => {
      const { from, fact } = JSON.parse(text) as Envelope;
      if (from !== address) broadcaster.deliver(fact);
    });
    await redis.subscriber.subscribe(channelOf(redis.subscriber));
    broadcaster.relayThrough((fact) => relay.publish(fact));
    return relay;
  }

  close(): void {
    this.subscriber.disconnect();
  }

  private publish(fact: RelayedFact): void {
    const envelope: Envelope = { from: this.address, fact };
    this.publisher
      .publish(channelOf(this.publisher), JSON.stringify(envelope))
      .catch((err: unknown) => this.logger.warn({ err }, 'a fact did not reach the other servers'));
  }
}
