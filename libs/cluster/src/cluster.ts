import type { UsedOnce } from '@lectern/kernel';
import type { Logger } from '@lectern/observability';
import { connectRedis } from '@lectern/queue';
import type { Broadcaster } from '@lectern/realtime';
import type { Redis } from 'ioredis';
import type { Server } from 'node:http';
import { Relay } from './relay';
import { RoomOwners, type RoomOwnersOptions } from './room-owners';
import { routeSockets } from './socket-router';
import { UsedOnceAnywhere } from './used-once-anywhere';

/** People wait for these commands: rather an error than a queue. */
const IMPATIENT = { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 1_000 };

/** What one of several servers needs to be one with the others. Closing: leases, relay, connections. */
export class Cluster {
  readonly usedOnce: UsedOnce;
  private owners: RoomOwners | undefined;
  private relay: Relay | undefined;
  private cutPassed: (() => void) | undefined;

  private constructor(
    private readonly address: string,
    private readonly redis: { publisher: Redis; subscriber: Redis },
    private readonly logger: Logger,
  ) {
    this.usedOnce = new UsedOnceAnywhere(redis.publisher, logger);
  }

  /** @param address where the other servers reach this one */
  static async open(address: string, redisAddress: string, logger: Logger): Promise<Cluster> {
    const publisher = connectRedis(redisAddress, logger, IMPATIENT);
    const subscriber = connectRedis(redisAddress, logger);
    const cluster = new Cluster(address, { publisher, subscriber }, logger);
    if (publisher.status !== 'ready') await new Promise((resolve) => publisher.once('ready', resolve));
    return cluster;
  }

  /** From now on sockets go to the server that has their room. */
  async join(http: Server, broadcaster: Broadcaster, rooms: Pick<RoomOwnersOptions, 'inUse' | 'lost'>): Promise<void> {
    const { address, logger } = this;
    this.owners = new RoomOwners({ ...rooms, address, logger, redis: this.redis.publisher });
    this.cutPassed = routeSockets(http, { owners: this.owners, address, logger });
    this.relay = await Relay.open(address, broadcaster, this.redis, logger);
  }

  /** Cuts the lines that are passed on to others: their people come back by another server. */
  cut(): void {
    this.cutPassed?.();
  }

  async close(): Promise<void> {
    await this.owners?.close();
    this.relay?.close();
    for (const connection of Object.values(this.redis)) connection.disconnect();
  }
}
