import type { Config } from '@lectern/config';
import { LibraryImport, LibraryPurge } from '@lectern/library';
import { MaterialProcessor } from '@lectern/materials';
import { NestLogger } from '@lectern/observability';
import { connectRedis, type JobHandlers, JobWorker } from '@lectern/queue';
import { RecordingDiscard, RecordingProcessor } from '@lectern/recordings';
import { closeCore, openCore, redisAddress, type Running } from '@lectern/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { setPriority } from 'node:os';
import { entities } from './entities';
import { openEngines } from './speech';
import { WorkerModule } from './worker.module';

/** Starts the queue worker. On one machine with the server, live media go before its work. */
export async function startWorker(config: Config): Promise<Running> {
  setPriority(10);
  const core = await openCore({ name: 'worker', config, entities });
  const speech = openEngines(config, core.logger);
  const app = await NestFactory.createApplicationContext(WorkerModule.of(core, speech), {
    logger: new NestLogger(core.logger),
  });
  const connection = connectRedis(redisAddress(config), core.logger);
  const worker = new JobWorker(connection, handlers(app), core.logger);
  return {
    close: async () => {
      await worker.close();
      connection.disconnect();
      await app.close();
      await speech.close();
      await closeCore(core);
    },
  };
}

function handlers(app: INestApplicationContext): JobHandlers {
  const recordings = app.get(RecordingProcessor);
  const library = app.get(LibraryImport);
  const materials = app.get(MaterialProcessor);
  const purge = app.get(LibraryPurge);
  const discard = app.get(RecordingDiscard);
  return {
    'recording.process': (payload, context) => recordings.process(payload, context),
    'library.import': async (payload) => {
      if (!(await recordings.isImportWanted(payload))) return;
      await library.run(payload);
      await recordings.imported(payload);
    },
    'library.purge': async (payload) => {
      if (!(await purge.begin(payload))) return;
      if (payload.recordingId) await discard.discard(payload.recordingId, payload.what);
      await purge.finish(payload);
    },
    'material.prepare': (payload, context) => materials.process(payload, context),
  };
}
