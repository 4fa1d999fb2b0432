import { LiveModule } from '@lectern/live';
import { UploadsModule } from '@lectern/uploads';
import { WebinarModule } from '@lectern/webinars';
import { Module } from '@nestjs/common';
import { MaterialController } from './material.controller';
import { MaterialFiles } from './material-files';
import { MaterialJobs } from './material-jobs';
import { MaterialRepository } from './material.repository';
import { MaterialService } from './material.service';
import { MaterialUpload } from './material-upload';
import { MaterialProcessor } from './prepare/material-processor';
import { PresentationGateway } from './presentation.gateway';
import { PresentationRepository } from './presentation.repository';
import { PresentationService } from './presentation.service';
import { PresentationTeller } from './presentation.teller';

/** For the server: it takes uploads and shows them. */
@Module({
  imports: [WebinarModule, LiveModule, UploadsModule],
  controllers: [MaterialController],
  providers: [
    MaterialFiles,
    MaterialJobs,
    MaterialRepository,
    MaterialService,
    MaterialUpload,
    PresentationGateway,
    PresentationRepository,
    PresentationService,
    PresentationTeller,
  ],
  exports: [PresentationGateway, PresentationRepository, PresentationTeller],
})
export class MaterialsModule {}

/** For the worker: it prepares them. */
@Module({
  providers: [MaterialFiles, MaterialProcessor, MaterialRepository],
  exports: [MaterialProcessor, MaterialRepository],
})
export class MaterialPreparationModule {}
