import { VideoCodec } from '@lectern/contracts';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });

/** Every environment variable that Lectern reads. An unknown `LECTERN_…` name is an error: it is a typing mistake. */
export const environment = z.object({
  LECTERN_DATA: z.string().min(1).default('./data').describe('Folder of the database, files and keys.'),
  LECTERN_HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all.'),
  LECTERN_PORT: port.default(3000).describe('Port of the web server.'),
  LECTERN_PUBLIC_URL: httpUrl.optional().describe('Address at which people reach it; needed behind a proxy.'),
  LECTERN_CLUSTER_URL: httpUrl
    .optional()
    .describe('Address at which the other servers reach this one, when several share PostgreSQL and Redis.'),
  LECTERN_CONTACT: z.email().optional().describe('Mail address of who runs it, for harvesters of the library.'),
  LECTERN_TRUST_PROXY: flag.default(false).describe('Take the client address from X-Forwarded-For.'),
  LECTERN_SEARCH_RATE: z.coerce
    .number()
    .int()
    .min(1)
    .default(20)
    .describe('Searches a second from one address (a classroom may be one); five seconds of them at once.'),
  LECTERN_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Key that signs links and tickets; made in the data folder when unset.'),
  LECTERN_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('How much is logged.'),
  LECTERN_METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Bearer token for /metrics; when unset, only this machine may read it.'),
  LECTERN_WORKER: z
    .enum(['embedded', 'external'])
    .default('embedded')
    .describe('Queue worker beside the server, or started elsewhere.'),
  LECTERN_RECORDING_RESERVE: z.coerce
    .number()
    .int()
    .min(0)
    .default(200)
    .describe('Megabytes that recordings leave free on their disk: they stop before, so that all else can go on.'),
  LECTERN_MODELS: z
    .string()
    .optional()
    .describe('Folder of speech models (see docs/setup.md); default: models in the data folder.'),
  LECTERN_MEDIA_LISTEN: z.string().default('').describe('Address for media; default: that of LECTERN_HOST.'),
  LECTERN_MEDIA_ADDRESS: z.string().optional().describe('Public address announced for media, when it differs.'),
  LECTERN_MEDIA_PORT: port.default(20000).describe('First media port (UDP and TCP); one more for each media worker.'),
  LECTERN_MEDIA_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Media workers; default: one per core.'),
  LECTERN_VIDEO_CODEC: VideoCodec.default('vp8').describe(
    'Codec of cameras: vp8 (simulcast), vp9 or av1 (SVC: less traffic, more work for the sender). A room goes back to vp8 when somebody comes who cannot decode the other; a browser that cannot send it sends vp8, and so does one that would have to send av1 without hardware for it from a phone or a computer of fewer than eight cores.',
  ),
  LECTERN_TURN_URLS: list.optional().describe('turn: addresses, comma separated.'),
  LECTERN_TURN_SECRET: z.string().min(16).optional().describe('Shared secret of the TURN server (REST API scheme).'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address')
    .optional()
    .describe('PostgreSQL; default: SQLite in the data folder.'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// address')
    .optional()
    .describe('Redis; default: one spawned in the data folder.'),
  MEDIASOUP_WORKER_BIN: z
    .string()
    .optional()
    .describe("mediasoup's worker binary; default: the one that set-up found or built."),
  FFMPEG_PATH: z.string().default('ffmpeg').describe('ffmpeg.'),
  FFPROBE_PATH: z.string().default('ffprobe').describe('ffprobe.'),
});

export type Environment = z.infer<typeof environment>;
