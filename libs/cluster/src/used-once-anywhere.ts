import { UsedOnce, UsedOnceHere } from '@lectern/kernel';
import type { Logger } from '@lectern/observability';
import type { Redis } from 'ioredis';

/** Remembers for all servers, in Redis; while that is away, for this one. */
export class UsedOnceAnywhere extends UsedOnce {
  private readonly here = new UsedOnceHere();

  constructor(
    private readonly redis: Redis,
    private readonly logger: Logger,
  ) {
    super();
  }

  async use(id: string, until: number): Promise<boolean> {
    if (!(await this.here.use(id, until))) return false;
    try {
      const left = Math.max(1, until - Date.now());
      return (await this.redis.set(`lectern:used:${id}`, '1', 'PX', left, 'NX')) === 'OK';
    } catch (err) {
      this.logger.warn({ err }, 'what was used is remembered on this server alone');
      return true;
    }
  }
}
