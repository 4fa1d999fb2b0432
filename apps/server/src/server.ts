import { CaptionGateway } from '@lectern/captions';
import { MessageGateway } from '@lectern/chat';
import { Cluster } from '@lectern/cluster';
import type { Config } from '@lectern/config';
import { StartupError } from '@lectern/config';
import { IdentityService } from '@lectern/identity';
import { type UsedOnce, UsedOnceHere } from '@lectern/kernel';
import {
  ControlsGateway,
  InterpretationGateway,
  LiveRooms,
  MediaGateway,
  ReactionGateway,
  SessionGateway,
  StageGateway,
} from '@lectern/live';
import { PresentationGateway } from '@lectern/materials';
import { createLogger, NestLogger } from '@lectern/observability';
import { PollGateway } from '@lectern/polls';
import { QuestionGateway } from '@lectern/qa';
import { EmbeddedRedis } from '@lectern/queue';
import { Broadcaster, Dispatcher, SocketServer } from '@lectern/realtime';
import { PracticeGateway, RecorderService, RecordingGateway, TermsGateway } from '@lectern/recordings';
import { closeCore, type Core, openCore, redisAddress, type Running } from '@lectern/runtime';
import { WorkerPool } from '@lectern/sfu';
import { TicketService } from '@lectern/webinars';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { once } from 'node:events';
import { entities } from './entities';
import { ServerModule } from './server.module';
import { prepareWeb } from './web';
import { WorkerProcess } from './worker-process';

const gateways = [
  SessionGateway,
  InterpretationGateway,
  ReactionGateway,
  StageGateway,
  ControlsGateway,
  MediaGateway,
  QuestionGateway,
  MessageGateway,
  PollGateway,
  PresentationGateway,
  RecordingGateway,
  PracticeGateway,
  TermsGateway,
  CaptionGateway,
];

/** What has been started so far, and how each part is ended. */
interface Started {
  ends: (() => Promise<void> | void)[];
  pool?: WorkerPool;
}

/**
 * Starts everything that one server is: Redis (when embedded) → database → media workers → application → queue worker.
 * What was started is ended in the opposite order, also when a later step fails.
 */
export async function startServer(config: Config): Promise<Running> {
  const started: Started = { ends: [] };
  const close = () => endAll(started.ends.splice(0).reverse());
  try {
    await start(config, started);
    return { close, onSignal: () => started.pool?.retire() };
  } catch (error) {
    // The reason why it does not start is what people must read.
    await close().catch(() => undefined);
    throw error;
  }
}

/** Ends all parts, also those after one that fails to end. @throws the first failure */
async function endAll(ends: Started['ends']): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function start(config: Config, started: Started): Promise<void> {
  const logger = createLogger('server', config.logLevel);
  if (config.redis.kind === 'embedded') {
    const redis = await EmbeddedRedis.start(config.redis.folder, logger);
    started.ends.push(() => redis.close());
  }
  const core = await openCore({ name: 'server', config, entities });
  started.ends.push(() => closeCore(core));
  const pool = await openPool(core);
  started.pool = pool;
  started.ends.push(() => pool.shutdown());
  const cluster = config.clusterUrl && (await Cluster.open(config.clusterUrl, redisAddress(config), logger));
  if (cluster) started.ends.push(() => cluster.close());
  const app = await createApp(core, pool, cluster ? cluster.usedOnce : new UsedOnceHere());
  started.ends.push(() => app.close());
  const sockets = openSockets(app, core);
  started.ends.push(() => app.get(RecorderService).stopAll('the server was shut down'));
  started.ends.push(() => sockets.close());
  if (cluster) {
    await joinCluster(cluster, app, sockets);
    started.ends.push(() => cluster.cut());
  }
  await listen(app, config);
  if (config.embeddedWorker) {
    const worker = new WorkerProcess(core.logger);
    worker.start();
    started.ends.push(() => worker.close());
  }
  await announce(app, config);
}

async function openPool({ config, logger, health, metrics, queue }: Core): Promise<WorkerPool> {
  const { listenIp: ip, announcedAddress, portMin, ...media } = config.media;
  const { workers, workerBin, videoCodec } = media;
  const listen = { ip, announcedAddress, portMin };
  const pool = await WorkerPool.create({ workerBin, workers, videoCodec, listen, logger });
  pool.on('worker-died', ({ index, error }) => logger.error({ err: error, worker: index }, 'a media worker died'));
  health.register('media', async () => {
    if (!pool.ready) throw new Error('no media worker runs');
  });
  for (const kind of ['transports', 'producers', 'consumers'] as const)
    metrics.gauge(`media_${kind}`, `Media ${kind} on this server`, () => sum(pool.stats().map((stats) => stats[kind])));
  metrics.gauge('jobs_waiting', 'Jobs that wait in the queue', async () => {
    const { waiting = 0, prioritized = 0 } = await queue.counts();
    return waiting + prioritized;
  });
  return pool;
}

async function createApp(core: Core, pool: WorkerPool, usedOnce: UsedOnce): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ServerModule.of(core, pool, usedOnce), {
    logger: new NestLogger(core.logger),
    bodyParser: false,
    abortOnError: false,
  });
  prepareWeb(app, core);
  await app.init();
  return app;
}

function openSockets(app: NestExpressApplication, { config, logger, metrics }: Core): SocketServer {
  const dispatcher = new Dispatcher(
    gateways.map((gateway) => app.get<object>(gateway)),
    logger,
    metrics,
  );
  const rooms = app.get(LiveRooms);
  const tickets = app.get(TicketService);
  const options = {
    publicUrl: config.publicUrl,
    oneOfSeveral: config.clusterUrl !== undefined,
    admit: (ticket: string) => tickets.redeem(ticket),
    onLeave: (connection: Parameters<LiveRooms['leave']>[0]) => rooms.leave(connection),
  };
  return new SocketServer(app.getHttpServer(), dispatcher, app.get(Broadcaster), options, logger, metrics);
}

function joinCluster(cluster: Cluster, app: NestExpressApplication, sockets: SocketServer): Promise<void> {
  const rooms = app.get(LiveRooms);
  return cluster.join(app.getHttpServer(), app.get(Broadcaster), {
    inUse: (webinarId) => rooms.get(webinarId) !== undefined || sockets.serves(webinarId),
    lost: (webinarId) => {
      sockets.cut(webinarId);
      void rooms.give(webinarId);
    },
  });
}

/** A full house that comes back at once waits here; who finds no place tries again only after seconds. Linux allows 4,096. */
const BACKLOG = 4_096;

async function listen(app: NestExpressApplication, { host, port }: Config): Promise<void> {
  try {
    const http = app.getHttpServer();
    http.listen({ port, host, backlog: BACKLOG });
    await once(http, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartupError(
        `Port ${port} is taken: end the program that uses it, or set LECTERN_PORT to another one.`,
      );
    throw new StartupError(`Lectern cannot listen on ${host}:${port}: ${message}`);
  }
}

async function announce(app: NestExpressApplication, { publicUrl }: Config): Promise<void> {
  const token = await app.get(IdentityService).firstHostLink();
  const lines = [`Lectern is ready: ${publicUrl}`];
  if (token) lines.push(`Make the first account with this one-time link: ${publicUrl}/setup/${token}`);
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
