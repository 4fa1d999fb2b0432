import { CONFIG } from '@lectern/config';
import { UnitOfWork } from '@lectern/database';
import { Clock } from '@lectern/kernel';
import { Health, LOGGER, Metrics } from '@lectern/observability';
import { JobQueue } from '@lectern/queue';
import { STORAGE } from '@lectern/storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Core } from './core';

/** The opened core, for injection everywhere. */
@Module({})
export class CoreModule {
  static of(core: Core): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: core.config },
      { provide: LOGGER, useValue: core.logger },
      { provide: STORAGE, useValue: core.storage },
      { provide: Metrics, useValue: core.metrics },
      { provide: Health, useValue: core.health },
      { provide: DataSource, useValue: core.database },
      { provide: UnitOfWork, useValue: core.unitOfWork },
      { provide: JobQueue, useValue: core.queue },
      { provide: Clock, useValue: new Clock() },
    ];
    return { module: CoreModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
