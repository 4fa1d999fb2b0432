import { availableParallelism } from 'node:os';
import type { RtpCapabilities, VideoCodec } from '@lectern/contracts';
import { DomainError, newId } from '@lectern/kernel';
import { setLogEventListeners } from 'mediasoup';
import { guard } from './errors';
import { FlowGate } from './flow-gate';
import { LiveObject } from './live-object';
import type { SfuLogger, WorkerPoolOptions } from './options';
import { lightest } from './placement.policy';
import { Room, type RoomOptions } from './room';
import type { SiteSource } from './room-sites';
import { toWireCapabilities } from './rtp';
import { checkPorts, WorkerHost, type RouterSite } from './worker-host';
import type { Load } from './worker-load';

/** One worker's load, for metrics. */
export interface WorkerStats extends Load {
  /** The worker's place in the pool; it keeps it, and its port, when the process is replaced. */
  index: number;
  pid: number;
}

/** What one worker process has used since it started. */
export interface WorkerUsage {
  index: number;
  cpuSeconds: number;
  /** Largest resident set so far, in bytes. */
  maxRssBytes: number;
}

export type WorkerPoolEvents = {
  /** A media worker ended by itself; its peers have told `lost` already. */
  'worker-died': [{ index: number; pid: number; error: Error }];
  /** A replacement runs. */
  'worker-started': [{ index: number; pid: number }];
  closed: [];
};

const waitForWorkerMs = 3_000;
/** A worker that lived shorter than this may die again at once: its replacement waits. */
const shortLifeMs = 5_000;
const retryMs = 500;

/** The media workers of this process. It places rooms on the least loaded one and replaces one that dies. */
export class WorkerPool extends LiveObject<WorkerPoolEvents> implements SiteSource {
  private readonly places: (WorkerHost | undefined)[] = [];
  private readonly rooms = new Set<Room>();
  private readonly retries = new Set<NodeJS.Timeout>();
  private retired = false;
  private capabilities: RtpCapabilities = { codecs: [] };
  private ending: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: WorkerPoolOptions,
    readonly size: number,
  ) {
    super(options.logger);
  }

  /**
   * Starts all workers.
   * @throws DomainError MEDIA_UNAVAILABLE when a worker does not start or its port is taken; none is left running then.
   */
  static async create(options: WorkerPoolOptions): Promise<WorkerPool> {
    const size = options.workers ?? availableParallelism();
    checkPorts(options.listen, size);
    forwardLogs(options.logger);
    const pool = new WorkerPool(options, size);
    const starts = await Promise.allSettled(Array.from({ length: size }, (_, index) => pool.start(index)));
    const failed = starts.find((start) => start.status === 'rejected');
    try {
      if (failed) throw failed.reason;
      await pool.learnCapabilities();
      return pool;
    } catch (error) {
      await pool.shutdown();
      throw error;
    }
  }

  /** What every room of the pool offers to clients, before there is any. */
  get rtpCapabilities(): RtpCapabilities {
    return this.capabilities;
  }

  /** How its rooms begin to send cameras. */
  get videoCodec(): VideoCodec {
    return this.options.videoCodec ?? 'vp8';
  }

  /** Whether at least one worker can take a room now. */
  get ready(): boolean {
    return !this.closed && this.hosts.length > 0;
  }

  /**
   * Opens a room on the least loaded worker, waiting up to 3 s for a replacement when none is alive. When that worker is
   * full, the room spreads to others by itself; when one of its workers dies, it goes on with the others or a new one.
   * @throws DomainError MEDIA_UNAVAILABLE
   */
  async createRoom({ id = newId(), gate = new FlowGate() }: Partial<RoomOptions> = {}): Promise<Room> {
    const room = await Room.open({ id, gate }, this, this.options.logger);
    if (this.closed) room.close();
    if (room.closed) throw new DomainError('MEDIA_UNAVAILABLE', 'The server is stopping.');
    this.rooms.add(room);
    room.once('closed', () => this.rooms.delete(room));
    return room;
  }

  /** The workers that live. */
  get hosts(): WorkerHost[] {
    return this.places.filter((host): host is WorkerHost => host?.alive === true);
  }

  /** Made for rooms: opens a router on this worker, or on the lightest, for which it waits up to 3 s. */
  async openSite(host?: WorkerHost): Promise<RouterSite> {
    if (!host && !this.closed && !this.ready) await this.nextStart();
    // No await stands between the choice and the host's own count of routers being opened.
    const chosen = host ?? this.pick();
    const site = await guard('MEDIA_UNAVAILABLE', 'The media worker cannot open a room', () => chosen.openRouter());
    if (!this.closed && !site.router.closed) return site;
    site.router.close();
    throw new DomainError('MEDIA_UNAVAILABLE', 'The media worker is gone; try again.');
  }

  /** The load of each living worker. */
  stats(): WorkerStats[] {
    return this.hosts.map(({ index, pid, load }) => ({ index, pid, ...load }));
  }

  /** CPU and memory of each living worker; one that ends meanwhile is left out. */
  async usage(): Promise<WorkerUsage[]> {
    const all = await Promise.allSettled(this.hosts.map(measure));
    return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /**
   * The process is about to end: a worker that ends from now on is neither missed nor replaced. Ctrl-C reaches the
   * whole group of processes, so the workers may go first.
   */
  retire(): void {
    this.retired = true;
    setLogEventListeners({});
  }

  /** Closes all, and resolves once the worker processes have ended. */
  async shutdown(): Promise<void> {
    this.close();
    await this.ending;
  }

  protected teardown(): void {
    for (const room of this.rooms) room.close();
    for (const retry of this.retries) clearTimeout(retry);
    this.retries.clear();
    this.ending = Promise.all(this.hosts.map((host) => host.close())).then(() => undefined);
  }

  /** All routers are alike; the first one tells. */
  private async learnCapabilities(): Promise<void> {
    const { router } = await this.openSite();
    this.capabilities = toWireCapabilities(router.rtpCapabilities);
    router.close();
  }

  private async start(index: number): Promise<void> {
    const host = await WorkerHost.start(index, this.options);
    if (this.closed) return host.close();
    const startedAt = performance.now();
    host.onDied((error) => this.replace(host, error, performance.now() - startedAt));
    this.places[index] = host;
    this.tell('worker-started', { index, pid: host.pid });
  }

  private replace({ index, pid }: WorkerHost, error: Error, livedMs: number): void {
    this.places[index] = undefined;
    if (this.retired) return;
    this.logger.error({ index, pid, err: error }, 'A media worker died; its peers begin anew.');
    this.tell('worker-died', { index, pid, error });
    this.startLater(index, livedMs < shortLifeMs ? retryMs : 0);
  }

  private startLater(index: number, delayMs: number): void {
    if (this.closed || this.retired) return;
    const timer = setTimeout(() => {
      this.retries.delete(timer);
      this.start(index).catch((error: unknown) => this.startFailed(index, error));
    }, delayMs);
    this.retries.add(timer);
  }

  private startFailed(index: number, error: unknown): void {
    this.logger.error({ index, err: error }, 'A media worker could not be replaced; trying again.');
    this.startLater(index, retryMs);
  }

  private pick(): WorkerHost {
    const host = lightest(this.closed ? [] : this.hosts);
    if (!host) throw new DomainError('MEDIA_UNAVAILABLE', 'No media worker runs now; try again in a moment.');
    return host;
  }

  /** Resolves at the next start of a worker, at the end of the pool, or when waiting has become pointless. */
  private nextStart(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.off('worker-started', done).off('closed', done);
        resolve();
      };
      const timer = setTimeout(done, waitForWorkerMs);
      this.on('worker-started', done).on('closed', done);
    });
  }
}

async function measure(host: WorkerHost): Promise<WorkerUsage> {
  const { ru_utime, ru_stime, ru_maxrss } = await host.usage();
  return { index: host.index, cpuSeconds: (ru_utime + ru_stime) / 1_000, maxRssBytes: ru_maxrss * 1_024 };
}

/** mediasoup logs for the whole process: warnings and errors go to the pool's logger. */
function forwardLogs(logger: SfuLogger): void {
  setLogEventListeners({
    onwarn: (namespace, log) => logger.warn({ namespace }, log),
    onerror: (namespace, log, error) => logger.error({ namespace, err: error }, log),
  });
}
