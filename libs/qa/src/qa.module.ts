import { WebinarModule } from '@lectern/webinars';
import { Module } from '@nestjs/common';
import { AnswerRepository } from './answer.repository';
import { AnswerService } from './answer.service';
import { DeskService } from './desk.service';
import { QuestionExportController } from './export.controller';
import { ExportService } from './export.service';
import { MergeRepository } from './merge.repository';
import { QaSettingsRepository } from './qa-settings.repository';
import { QaSettingsService } from './qa-settings.service';
import { QuestionGateway } from './question.gateway';
import { QuestionList } from './question.list';
import { QuestionReader } from './question.reader';
import { QuestionRepository } from './question.repository';
import { QuestionService } from './question.service';
import { QuestionTeller } from './question.teller';
import { QuestionWriter } from './question.writer';
import { SimilarService } from './similar.service';

const repositories = [AnswerRepository, MergeRepository, QaSettingsRepository, QuestionList, QuestionRepository];
const services = [AnswerService, DeskService, ExportService, QaSettingsService, QuestionService, SimilarService];

@Module({
  imports: [WebinarModule],
  controllers: [QuestionExportController],
  providers: [...repositories, ...services, QuestionGateway, QuestionReader, QuestionTeller, QuestionWriter],
  exports: [QuestionGateway, QuestionRepository, QuestionTeller],
})
export class QaModule {}
