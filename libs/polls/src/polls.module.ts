import { WebinarModule } from '@lectern/webinars';
import { Module } from '@nestjs/common';
import { ExportService } from './export.service';
import { PollController } from './poll.controller';
import { PollGateway } from './poll.gateway';
import { PollReader } from './poll.reader';
import { PollRepository } from './poll.repository';
import { PollService } from './poll.service';
import { PollTeller } from './poll.teller';

@Module({
  imports: [WebinarModule],
  controllers: [PollController],
  providers: [ExportService, PollGateway, PollReader, PollRepository, PollService, PollTeller],
  exports: [PollGateway, PollTeller],
})
export class PollsModule {}
