import type { QuestionsExport } from '@lectern/contracts';
import { type Actor, Clock } from '@lectern/kernel';
import { WebinarRepository, WebinarService } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { toExported } from './export.view';
import { QuestionReader } from './question.reader';
import { QuestionRepository } from './question.repository';
import { toQuestion } from './question.view';

const PAGE = 500;

/** All that was asked, for staff to keep. */
@Injectable()
export class ExportService {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly reader: QuestionReader,
    private readonly webinars: WebinarRepository,
    private readonly webinarService: WebinarService,
    private readonly clock: Clock,
  ) {}

  async export(actor: Actor, webinarId: string): Promise<QuestionsExport> {
    await this.webinarService.authorise(actor, webinarId, 'question:export');
    const { id, title, startedAt } = await this.webinars.get(webinarId);
    const questions: QuestionsExport['questions'] = [];
    for (let after = ''; ;) {
      const rows = await this.questions.asked(webinarId, after, PAGE);
      const around = await this.reader.around(rows);
      const staff = { participantId: '', staff: true };
      questions.push(...rows.map((row) => toExported(toQuestion(row, around, staff), startedAt)));
      after = rows.at(-1)?.id ?? after;
      if (rows.length < PAGE) return { webinar: { id, title, startedAt }, exportedAt: this.clock.instant(), questions };
    }
  }
}
