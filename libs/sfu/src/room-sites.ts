import { DomainError } from '@lectern/kernel';
import type { SfuLogger } from './options';
import { lightest, place } from './placement.policy';
import { RoomSite } from './room-site';
import type { RouterSite, WorkerHost } from './worker-host';

/** Where a room gets its routers from. */
export interface SiteSource {
  /** The workers that live. */
  readonly hosts: WorkerHost[];
  /**
   * Opens a router there, or on the lightest worker, for which it waits a while.
   * @throws DomainError MEDIA_UNAVAILABLE
   */
  openSite(host?: WorkerHost): Promise<RouterSite>;
}

/** A place in a worker, for one peer. */
export interface Seat {
  site: RoomSite;
  /** To be called once. */
  leave(): void;
}

const gone = () => new DomainError('MEDIA_UNAVAILABLE', 'This room is closed; join again.');

/** The media workers over which one room is spread: one at first, another when those it has are full. */
export class RoomSites {
  private readonly open = new Set<RoomSite>();
  private growing: Promise<void> | undefined;
  private closed = false;

  /** @param lost told when a site has died with its worker, and is no longer one of the room's */
  constructor(
    private readonly source: SiteSource,
    private readonly lost: (site: RoomSite) => void,
    private readonly logger: SfuLogger,
  ) {}

  /** The oldest: what must be in one place is there. */
  get home(): RoomSite | undefined {
    for (const site of this.open) return site;
    return undefined;
  }

  /** Opens the first site. @throws DomainError MEDIA_UNAVAILABLE */
  async begin(): Promise<void> {
    await this.grow();
  }

  /**
   * A place for a peer that will probably receive so many tracks.
   * @throws DomainError MEDIA_UNAVAILABLE
   */
  async seat(tracks: number): Promise<Seat> {
    for (;;) {
      if (this.closed) throw gone();
      const site = this.choose();
      // No await stands between the choice and its weight.
      if (site instanceof RoomSite) return take(site, tracks);
      try {
        await (this.growing ??= this.grow(site).finally(() => (this.growing = undefined)));
      } catch (err) {
        const full = lightest([...this.open]);
        if (!full) throw err;
        this.logger.warn({ err }, 'A room cannot spread to another media worker.');
        return take(full, tracks);
      }
    }
  }

  close(): void {
    this.closed = true;
    for (const site of this.open) site.close();
    this.open.clear();
  }

  private choose(): RoomSite | WorkerHost | undefined {
    const own = [...this.open];
    const taken = new Set(own.map(({ host }) => host));
    const placement = place(
      own,
      this.source.hosts.filter((host) => !taken.has(host)),
    );
    return 'site' in placement ? placement.site : placement.worker;
  }

  private async grow(host?: WorkerHost): Promise<void> {
    const opened = await this.source.openSite(host);
    const site = new RoomSite(opened, this.logger);
    if (this.closed) {
      site.close();
      throw gone();
    }
    this.open.add(site);
    opened.router.once('workerclose', () => {
      if (this.open.delete(site)) this.lost(site);
    });
  }
}

function take(site: RoomSite, tracks: number): Seat {
  const { host } = site;
  host.promised += tracks;
  return { site, leave: () => void (host.promised -= tracks) };
}
