import { Module } from '@nestjs/common';
import { UploadRules } from './upload-rules';
import { UploadSweep } from './upload-sweep';
import { UploadController } from './upload.controller';
import { UploadRepository } from './upload.repository';
import { UploadService } from './upload.service';

/** `UploadFiles` is the composition root's to provide: it knows the data folder. */
@Module({
  controllers: [UploadController],
  providers: [UploadRepository, UploadRules, UploadService, UploadSweep],
  exports: [UploadRules],
})
export class UploadsModule {}
