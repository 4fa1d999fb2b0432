import type { Producer, Router, WebRtcServer } from 'mediasoup/types';
import type { SfuLogger } from './options';
import { Pipe } from './pipe';
import type { RouterSite, WorkerHost } from './worker-host';

/** A track where it is sent. */
export interface SentTrack {
  producer: Producer;
  site: RoomSite;
}

interface Copy {
  ready: Promise<Producer>;
  users: number;
}

const nothing = () => undefined;

/**
 * What a room has in one media worker: its router, the peers that sit there, and copies of those tracks of other sites
 * that somebody here receives.
 */
export class RoomSite {
  private readonly pipes = new Map<RoomSite, Promise<Pipe>>();
  private readonly copies = new Map<string, Copy>();

  constructor(
    private readonly site: RouterSite,
    private readonly logger: SfuLogger,
  ) {}

  get router(): Router {
    return this.site.router;
  }

  get webRtcServer(): WebRtcServer {
    return this.site.webRtcServer;
  }

  get host(): WorkerHost {
    return this.site.host;
  }

  get weight(): number {
    return this.site.host.weight;
  }

  /**
   * Makes a track receivable here; the same id holds at every site.
   * @returns what gives it up: with its last user the copy ends
   * @throws DomainError NOT_FOUND, MEDIA_UNAVAILABLE
   */
  async bring({ producer, site }: SentTrack): Promise<() => void> {
    if (site === this) return nothing;
    const copy = this.copies.get(producer.id) ?? this.copy(producer, site);
    copy.users++;
    const giveUp = this.giver(producer.id, copy);
    try {
      await copy.ready;
      return giveUp;
    } catch (error) {
      giveUp();
      throw error;
    }
  }

  close(): void {
    this.router.close();
  }

  private copy(producer: Producer, from: RoomSite): Copy {
    const copy: Copy = { ready: this.carry(producer, from), users: 0 };
    const forget = () => {
      if (this.copies.get(producer.id) === copy) this.copies.delete(producer.id);
    };
    this.copies.set(producer.id, copy);
    copy.ready.then((carried) => {
      if (carried.closed) forget();
      else carried.observer.once('close', forget);
    }, forget);
    return copy;
  }

  private giver(producerId: string, copy: Copy): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      if (--copy.users > 0) return;
      if (this.copies.get(producerId) === copy) this.copies.delete(producerId);
      copy.ready.then((carried) => carried.close(), nothing);
    };
  }

  private async carry(producer: Producer, from: RoomSite): Promise<Producer> {
    const pipe = await (this.pipes.get(from) ?? this.pipeFrom(from));
    return pipe.carry(producer);
  }

  private pipeFrom(from: RoomSite): Promise<Pipe> {
    const pipe = Pipe.open(from.router, this.router, this.logger);
    this.pipes.set(from, pipe);
    const forget = () => this.pipes.delete(from);
    pipe.then((open) => (open.closed ? forget() : open.once('closed', forget)), forget);
    return pipe;
  }
}
