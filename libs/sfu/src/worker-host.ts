import { DomainError } from '@lectern/kernel';
import { createWorker } from 'mediasoup';
import type { Router, TransportListenInfo, WebRtcServer, Worker, WorkerResourceUsage } from 'mediasoup/types';
import { mediaCodecs } from './codecs';
import type { ListenOptions, SfuLogger } from './options';
import { meterLoad, type Load } from './worker-load';

export interface HostOptions {
  workerBin?: string;
  listen: ListenOptions;
  logger: SfuLogger;
}

/** A router with the server at which its transports listen. */
export interface RouterSite {
  router: Router;
  webRtcServer: WebRtcServer;
  host: WorkerHost;
}

/** Ephemeral ports of clients start here on Linux: a client in TIME_WAIT would keep a TCP listener from its port. */
const firstEphemeralPort = 32_768;
const freePorts = { min: 10_000, max: firstEphemeralPort - 1 };
const closeGraceMs = 2_000;

/** One media worker process and its `WebRtcServer`: one UDP and one TCP port for all its transports. */
export class WorkerHost {
  /** Rooms being opened: they count for placement before their router exists. */
  private opening = 0;
  /** Tracks that the peers who sit here will probably receive: they count before they are asked for. */
  promised = 0;

  private constructor(
    readonly index: number,
    private readonly worker: Worker,
    private readonly webRtcServer: WebRtcServer,
    readonly load: Readonly<Load>,
  ) {}

  /** @throws DomainError MEDIA_UNAVAILABLE when the binary does not run or its port is taken. */
  static async start(index: number, options: HostOptions): Promise<WorkerHost> {
    const worker = await spawn(options.workerBin);
    const load = meterLoad(worker);
    try {
      const webRtcServer = await worker.createWebRtcServer({ listenInfos: listenInfos(index, options.listen) });
      return new WorkerHost(index, worker, webRtcServer, load);
    } catch (error) {
      worker.close();
      throw portError(index, options.listen, error);
    }
  }

  get pid(): number {
    return this.worker.pid;
  }

  get alive(): boolean {
    return !this.worker.closed;
  }

  /** Placement by what costs CPU, then by rooms, so that rooms opened at once spread out. */
  get weight(): number {
    return (
      this.load.producers + Math.max(this.load.consumers, this.promised) + (this.load.rooms + this.opening) / 1_000
    );
  }

  onDied(listener: (error: Error) => void): void {
    this.worker.once('died', listener);
  }

  async openRouter(): Promise<RouterSite> {
    this.opening++;
    try {
      const router = await this.worker.createRouter({ mediaCodecs: mediaCodecs() });
      return { router, webRtcServer: this.webRtcServer, host: this };
    } finally {
      this.opening--;
    }
  }

  usage(): Promise<WorkerResourceUsage> {
    return this.worker.getResourceUsage();
  }

  /** Closes the worker and waits for its process to end, so that its ports are free again. */
  async close(): Promise<void> {
    if (this.worker.subprocessClosed) return;
    const ended = new Promise<void>((resolve) => this.worker.once('subprocessclose', () => resolve()));
    this.worker.close();
    const killer = setTimeout(() => kill(this.pid), closeGraceMs);
    await ended;
    clearTimeout(killer);
  }
}

async function spawn(workerBin: string | undefined): Promise<Worker> {
  try {
    return await withoutSignalHandlers(() => createWorker({ logLevel: 'warn', ...(workerBin && { workerBin }) }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The media worker ${workerBin ?? 'of mediasoup'} does not start: ${reason}`;
    throw new DomainError('MEDIA_UNAVAILABLE', message, { cause: error });
  }
}

/**
 * mediasoup closes its workers at the first SIGTERM or SIGINT, which would cut recordings in mid-segment, and leave a
 * worker that is just being started pending for ever. When the media end is for the owner to decide, with
 * `WorkerPool.close()`. The handlers are set in the call itself, before it waits for anything.
 */
function withoutSignalHandlers<T>(call: () => T): T {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Set(signals.flatMap((signal) => process.listeners(signal)));
  const result = call();
  for (const signal of signals)
    for (const listener of process.listeners(signal))
      if (!before.has(listener)) process.removeListener(signal, listener);
  return result;
}

function listenInfos(index: number, listen: ListenOptions): TransportListenInfo[] {
  const { ip, announcedAddress, portMin } = listen;
  const where = portMin === 0 ? { portRange: freePorts } : { port: portMin + index };
  return (['udp', 'tcp'] as const).map((protocol) => ({ protocol, ip, announcedAddress, ...where }));
}

function portError(index: number, listen: ListenOptions, cause: unknown): DomainError {
  const at = listen.portMin === 0 ? 'No free port' : `Port ${listen.portMin + index}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `${at} on ${listen.ip} cannot be used for media (UDP and TCP, one port for each worker): ${reason}`;
  return new DomainError('MEDIA_UNAVAILABLE', message, { cause });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** @throws DomainError VALIDATION_FAILED when the workers' ports do not fit below the ephemeral range. */
export function checkPorts({ portMin }: ListenOptions, workers: number): void {
  if (portMin === 0 || (portMin > 0 && portMin + workers <= firstEphemeralPort)) return;
  const message = `Media ports ${portMin} to ${portMin + workers - 1} must be from 1 to ${firstEphemeralPort - 1}.`;
  throw new DomainError('VALIDATION_FAILED', message);
}
