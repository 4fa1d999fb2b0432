import type { VideoCodec } from '@lectern/contracts';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { environment } from './schema';
import { loadSecret } from './secret';
import { StartupError } from './startup-error';

export interface Config {
  data: string;
  host: string;
  port: number;
  publicUrl: string;
  /** Where the other servers of the installation reach this one; unset when it is the only one. */
  clusterUrl?: string;
  /** Mail address of who runs the installation. */
  contact: string;
  trustProxy: boolean;
  /** Searches a second that one address may send. */
  searchRate: number;
  secret: Buffer;
  logLevel: string;
  metricsToken?: string;
  embeddedWorker: boolean;
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };
  redis: { kind: 'embedded'; folder: string } | { kind: 'url'; url: string };
  media: {
    listenIp: string;
    announcedAddress?: string;
    portMin: number;
    workers: number;
    workerBin?: string;
    videoCodec: VideoCodec;
    turn?: { urls: string[]; secret: string };
  };
  /** Bytes that recordings leave free on their disk. */
  recordingReserve: number;
  speech: { models: string; voskLibrary?: string; voskModel?: string };
  ffmpeg: string;
  ffprobe: string;
  /** Built web client and, in a checkout, the folder that holds it. */
  webRoot: string;
}

const Native = z.object({
  mediasoupWorkerBin: z.string().nullish(),
  voskLibrary: z.string().nullish(),
  voskModel: z.string().nullish(),
});

/**
 * Reads the environment once, into typed slices.
 * @throws StartupError naming each variable that is wrong.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, root = process.cwd()): Config {
  const e = parse(env);
  const native = readNative(root);
  const data = isAbsolute(e.LECTERN_DATA) ? e.LECTERN_DATA : resolve(root, e.LECTERN_DATA);
  if (e.LECTERN_TURN_URLS && !e.LECTERN_TURN_SECRET)
    throw new StartupError('LECTERN_TURN_URLS is set without LECTERN_TURN_SECRET: set both, or neither.');
  const publicUrl = (e.LECTERN_PUBLIC_URL ?? `http://localhost:${e.LECTERN_PORT}`).replace(/\/+$/, '');
  return {
    data,
    host: e.LECTERN_HOST,
    port: e.LECTERN_PORT,
    publicUrl,
    clusterUrl: clusterUrl(e),
    contact: e.LECTERN_CONTACT ?? `admin@${new URL(publicUrl).hostname}`,
    trustProxy: e.LECTERN_TRUST_PROXY,
    searchRate: e.LECTERN_SEARCH_RATE,
    secret: loadSecret(e.LECTERN_SECRET, data),
    logLevel: e.LECTERN_LOG_LEVEL,
    metricsToken: e.LECTERN_METRICS_TOKEN,
    embeddedWorker: e.LECTERN_WORKER === 'embedded',
    database: e.DATABASE_URL
      ? { kind: 'postgres', url: e.DATABASE_URL }
      : { kind: 'sqlite', file: join(data, 'lectern.sqlite') },
    redis: e.REDIS_URL ? { kind: 'url', url: e.REDIS_URL } : { kind: 'embedded', folder: join(data, 'redis') },
    media: {
      listenIp: e.LECTERN_MEDIA_LISTEN || e.LECTERN_HOST,
      announcedAddress: e.LECTERN_MEDIA_ADDRESS,
      portMin: e.LECTERN_MEDIA_PORT,
      workers: e.LECTERN_MEDIA_WORKERS ?? availableParallelism(),
      workerBin: existing(e.MEDIASOUP_WORKER_BIN) ?? native.mediasoupWorkerBin ?? undefined,
      videoCodec: e.LECTERN_VIDEO_CODEC,
      turn: e.LECTERN_TURN_URLS && { urls: e.LECTERN_TURN_URLS, secret: e.LECTERN_TURN_SECRET! },
    },
    recordingReserve: e.LECTERN_RECORDING_RESERVE * 1_000_000,
    speech: {
      models: e.LECTERN_MODELS ? resolve(root, e.LECTERN_MODELS) : join(data, 'models'),
      voskLibrary: native.voskLibrary ?? undefined,
      voskModel: native.voskModel ?? undefined,
    },
    ffmpeg: e.FFMPEG_PATH,
    ffprobe: e.FFPROBE_PATH,
    webRoot: join(root, 'dist/web'),
  };
}

function parse(env: NodeJS.ProcessEnv) {
  const unknown = Object.keys(env).find((name) => name.startsWith('LECTERN_') && !(name in environment.shape));
  if (unknown)
    throw new StartupError(
      `${unknown} is not a setting of Lectern: check its spelling (docs/configuration.md lists all).`,
    );
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new StartupError(`The configuration is wrong. ${problems.join('; ')}.`);
}

/** @throws StartupError when it is set without what several servers must share */
function clusterUrl(e: z.infer<typeof environment>): string | undefined {
  const shared = { DATABASE_URL: e.DATABASE_URL, REDIS_URL: e.REDIS_URL, LECTERN_SECRET: e.LECTERN_SECRET };
  const missing = Object.entries(shared).filter(([, value]) => !value);
  if (e.LECTERN_CLUSTER_URL && missing.length > 0) {
    const names = missing.map(([name]) => name).join(', ');
    throw new StartupError(`LECTERN_CLUSTER_URL is set without ${names}: servers that work together share all three.`);
  }
  return e.LECTERN_CLUSTER_URL?.replace(/\/+$/, '');
}

// "skip" is what keeps mediasoup's own install script from downloading: no path.
function existing(file: string | undefined): string | undefined {
  return file !== undefined && existsSync(file) ? file : undefined;
}

/** What set-up found or built for this machine (see tools/setup.mjs). */
function readNative(root: string): z.infer<typeof Native> {
  const file = join(root, 'node_modules/.lectern/native.json');
  if (!existsSync(file)) return {};
  const result = Native.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new StartupError(`${file} is damaged: run "node tools/setup.mjs" again.`);
  return result.data;
}

/** The folders in which programs are looked for. */
export function searchPath(): string {
  return process.env.PATH ?? '';
}

/** For injection. */
export const CONFIG = Symbol('Config');
