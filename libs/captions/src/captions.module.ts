import { LiveModule } from '@lectern/live';
import { WebinarModule } from '@lectern/webinars';
import { Module } from '@nestjs/common';
import { CaptionProcess } from './caption-process';
import { CaptionGateway } from './caption.gateway';
import { CaptionService } from './caption.service';

@Module({
  imports: [WebinarModule, LiveModule],
  providers: [CaptionGateway, CaptionProcess, CaptionService],
  exports: [CaptionGateway],
})
export class CaptionsModule {}
