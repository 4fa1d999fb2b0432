import type { QuestionsExport, RestInput } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller, Header } from '@nestjs/common';
import { ExportService } from './export.service';
import { questionsCsv } from './export.view';

@Controller()
export class QuestionExportController {
  constructor(private readonly exports: ExportService) {}

  @Route('GET /api/webinars/:webinarId/questions.json')
  @Header('Content-Disposition', 'attachment; filename="questions.json"')
  @Header('Cache-Control', 'private, no-store')
  json(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/webinars/:webinarId/questions.json'>,
  ): Promise<QuestionsExport> {
    return this.exports.export(actor, params.webinarId);
  }

  @Route('GET /api/webinars/:webinarId/questions.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="questions.csv"')
  @Header('Cache-Control', 'private, no-store')
  async csv(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/webinars/:webinarId/questions.csv'>,
  ): Promise<string> {
    return questionsCsv((await this.exports.export(actor, params.webinarId)).questions);
  }
}
