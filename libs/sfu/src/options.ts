import type { VideoCodec } from '@lectern/contracts';

/** Where the pool tells what went wrong; a pino logger fits. `context` holds ids and causes. */
export interface SfuLogger {
  debug(context: object, message: string): void;
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}

/** The addresses at which browsers reach the media workers. */
export interface ListenOptions {
  /** The local address, such as `0.0.0.0`. */
  ip: string;
  /** The address or host name written into ICE candidates, when it differs from `ip` (NAT, containers). */
  announcedAddress?: string;
  /** Worker `i` takes UDP and TCP port `portMin + i`, below 32768; 0 takes any free ports (for tests). */
  portMin: number;
}

export interface WorkerPoolOptions {
  /** Path of the mediasoup worker binary; without it mediasoup's own choice. */
  workerBin?: string;
  /** How many media workers; by default one for each core. */
  workers?: number;
  listen: ListenOptions;
  /** How rooms begin to send cameras; VP8 by default. See `Room.videoCodec`. */
  videoCodec?: VideoCodec;
  logger: SfuLogger;
}
