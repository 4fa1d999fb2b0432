import { Lectern } from './lectern';
import { services } from './services/addresses';

/** Where a shared Lectern is, and the session of its first administrator. */
export interface SharedAt extends Pick<Lectern, 'port' | 'data' | 'redisAddress'> {
  cookie: string;
}

/**
 * A running Lectern that other specs use as well, at the same time. So a spec makes people and webinars of its own,
 * counts nothing that others may add to, and neither restarts nor configures it.
 */
export class SharedLectern extends Lectern {
  private constructor(private readonly at: SharedAt) {
    super(at.port, at.data, {});
  }

  static async of(topology: { name: string }): Promise<SharedLectern> {
    const answer = await fetch(`${services().lecterns}/${encodeURIComponent(topology.name)}`);
    if (!answer.ok) throw new Error(`No shared Lectern: ${await answer.text()}`);
    return new SharedLectern((await answer.json()) as SharedAt);
  }

  get adminCookie(): string {
    return this.at.cookie;
  }

  override get redisAddress(): string {
    return this.at.redisAddress;
  }

  override async remove(): Promise<void> {
    // Others use it: it ends with the run.
  }
}
