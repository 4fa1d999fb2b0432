import { UsedOnce, UsedOnceHere } from '@lectern/kernel';
import { LibraryImportModule } from '@lectern/library';
import { MaterialPreparationModule } from '@lectern/materials';
import { Broadcaster, SnapshotParts } from '@lectern/realtime';
import { RecordingFolders, RecordingProcessingModule } from '@lectern/recordings';
import { type Core, CoreModule } from '@lectern/runtime';
import { SpeechEngines } from '@lectern/speech';
import { UploadFiles } from '@lectern/uploads';
import { type DynamicModule, Module } from '@nestjs/common';
import { join } from 'node:path';

@Module({})
class WorkerParts {
  static of(core: Core, speech: SpeechEngines): DynamicModule {
    const providers = [
      { provide: SpeechEngines, useValue: speech },
      { provide: RecordingFolders, useValue: new RecordingFolders(join(core.config.data, 'recordings')) },
      { provide: UploadFiles, useValue: new UploadFiles(join(core.config.data, 'uploads')) },
      // Nobody enters here, but who writes of participants shares a module with the tickets.
      { provide: UsedOnce, useValue: new UsedOnceHere() },
      // No sockets here: people learn of results from the server.
      { provide: Broadcaster, useValue: new Broadcaster() },
      { provide: SnapshotParts, useValue: new SnapshotParts() },
    ];
    return { module: WorkerParts, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}

@Module({})
export class WorkerModule {
  static of(core: Core, speech: SpeechEngines): DynamicModule {
    const imports = [
      CoreModule.of(core),
      WorkerParts.of(core, speech),
      RecordingProcessingModule,
      LibraryImportModule,
      MaterialPreparationModule,
    ];
    return { module: WorkerModule, imports };
  }
}
