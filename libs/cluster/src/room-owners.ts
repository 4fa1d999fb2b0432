import type { Logger } from '@lectern/observability';
import type { Redis } from 'ioredis';

/** What the owner of rooms asks of its server. */
export interface RoomOwnersOptions {
  redis: Redis;
  /** Where the other servers reach this one. */
  address: string;
  /** Whether somebody is in this room, here. */
  inUse: (webinarId: string) => boolean;
  /** Told when another server has this room now: whoever is in it here must go there. */
  lost: (webinarId: string) => void;
  logger: Logger;
}

/** After so long without a renewal another server may take the room. */
export const LEASE_MS = 4_000;
const RENEW_MS = 1_000;
/** Who asked for the room is still on the way here. */
const GRACE_MS = 10_000;
const REMEMBERED_MS = 500;
const MOST_REMEMBERED = 10_000;

const CLAIM = `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return owner end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`;
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

const keyOf = (webinarId: string) => `lectern:room:${webinarId}`;

/**
 * Which server has which room: a lease in Redis for each, renewed each second. Rooms that are here stay here while Redis
 * is away: nobody else can take them meanwhile.
 */
export class RoomOwners {
  /** Rooms of this server, and since when. */
  private readonly own = new Map<string, number>();
  private readonly elsewhere = new Map<string, { address: string; until: number }>();
  private readonly asking = new Map<string, Promise<string>>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: RoomOwnersOptions) {
    this.timer = setInterval(() => void this.renewAll(), RENEW_MS);
  }

  /**
   * The address of the server that has the room; of this one when nobody had it.
   * @throws when Redis does not answer
   */
  async ownerOf(webinarId: string): Promise<string> {
    if (this.own.has(webinarId)) return this.options.address;
    const known = this.elsewhere.get(webinarId);
    if (known && known.until > performance.now()) return known.address;
    const asking = this.asking.get(webinarId) ?? this.ask(webinarId).finally(() => this.asking.delete(webinarId));
    this.asking.set(webinarId, asking);
    return asking;
  }

  /** Lets all rooms go, so that others take them at once. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.allSettled([...this.own.keys()].map((webinarId) => this.release(webinarId)));
  }

  private async ask(webinarId: string): Promise<string> {
    const owner = await this.claim(webinarId);
    if (owner === this.options.address) this.own.set(webinarId, performance.now());
    else this.remember(webinarId, owner);
    return owner;
  }

  private remember(webinarId: string, address: string): void {
    if (this.elsewhere.size >= MOST_REMEMBERED) this.elsewhere.clear();
    this.elsewhere.set(webinarId, { address, until: performance.now() + REMEMBERED_MS });
  }

  private async claim(webinarId: string): Promise<string> {
    const { redis, address } = this.options;
    return String(await redis.eval(CLAIM, 1, keyOf(webinarId), address, LEASE_MS));
  }

  private async release(webinarId: string): Promise<void> {
    this.own.delete(webinarId);
    await this.options.redis.eval(RELEASE, 1, keyOf(webinarId), this.options.address);
  }

  private async renewAll(): Promise<void> {
    const turns = [...this.own].map(([webinarId, since]) => this.renew(webinarId, since));
    const failed = (await Promise.allSettled(turns)).find((turn) => turn.status === 'rejected');
    if (failed) this.options.logger.warn({ err: failed.reason as Error }, 'leases of rooms were not renewed');
  }

  private async renew(webinarId: string, since: number): Promise<void> {
    if (!this.options.inUse(webinarId) && performance.now() - since > GRACE_MS) return this.release(webinarId);
    const owner = await this.claim(webinarId);
    if (owner === this.options.address || !this.own.delete(webinarId)) return;
    this.options.logger.warn({ webinarId, owner }, 'another server has this room now');
    this.options.lost(webinarId);
  }
}
