import { CaptionsModule } from '@lectern/captions';
import { ChatModule } from '@lectern/chat';
import { CONFIG, type Config } from '@lectern/config';
import { ProblemFilter, SessionGuard, SessionReader } from '@lectern/http';
import { IdentityModule } from '@lectern/identity';
import { UsedOnce } from '@lectern/kernel';
import { LibraryModule } from '@lectern/library';
import { LiveModule } from '@lectern/live';
import { MaterialsModule } from '@lectern/materials';
import { LOGGER } from '@lectern/observability';
import { PollsModule } from '@lectern/polls';
import { QaModule } from '@lectern/qa';
import { Broadcaster, SnapshotParts } from '@lectern/realtime';
import { RecordingFolders, RecordingsModule } from '@lectern/recordings';
import { type Core, CoreModule } from '@lectern/runtime';
import { WorkerPool } from '@lectern/sfu';
import { UploadFiles, UploadsModule } from '@lectern/uploads';
import { WebinarModule } from '@lectern/webinars';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { join } from 'node:path';
import { HealthController } from './health.controller';
import { ReferenceController } from './reference.controller';

/** What features share in the server's process. */
@Module({})
class ServerParts {
  static of(core: Core, pool: WorkerPool, usedOnce: UsedOnce): DynamicModule {
    const providers = [
      { provide: UsedOnce, useValue: usedOnce },
      { provide: WorkerPool, useValue: pool },
      { provide: RecordingFolders, useValue: new RecordingFolders(join(core.config.data, 'recordings')) },
      { provide: UploadFiles, useValue: new UploadFiles(join(core.config.data, 'uploads')) },
      { provide: Broadcaster, useValue: new Broadcaster() },
      { provide: SnapshotParts, useValue: new SnapshotParts() },
    ];
    return { module: ServerParts, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}

@Module({})
export class ServerModule {
  static of(core: Core, pool: WorkerPool, usedOnce: UsedOnce): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        CoreModule.of(core),
        ServerParts.of(core, pool, usedOnce),
        IdentityModule,
        WebinarModule,
        LiveModule,
        QaModule,
        ChatModule,
        PollsModule,
        UploadsModule,
        MaterialsModule,
        RecordingsModule,
        CaptionsModule,
        LibraryModule,
      ],
      controllers: [HealthController, ReferenceController],
      providers: [
        { provide: APP_FILTER, inject: [LOGGER], useFactory: (logger: Core['logger']) => new ProblemFilter(logger) },
        {
          provide: APP_GUARD,
          inject: [SessionReader, CONFIG],
          useFactory: (sessions: SessionReader, config: Config) => new SessionGuard(sessions, config.publicUrl),
        },
      ],
    };
  }
}
