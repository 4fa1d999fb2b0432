import type { Poll, PollsExport, RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { WebinarService } from '@lectern/webinars';
import { Controller, Header } from '@nestjs/common';
import { ExportService } from './export.service';
import { pollsCsv } from './export.view';
import { PollReader } from './poll.reader';
import { PollService } from './poll.service';

/** Polls as they are prepared, and as they are taken home. */
@Controller()
export class PollController {
  constructor(
    private readonly polls: PollService,
    private readonly reader: PollReader,
    private readonly exports: ExportService,
    private readonly webinars: WebinarService,
  ) {}

  @Route('GET /api/webinars/:webinarId/polls')
  async list(
    @SignedIn() actor: Actor,
    @Input() { params: { webinarId } }: RestInput<'GET /api/webinars/:webinarId/polls'>,
  ): Promise<RestResponse<'GET /api/webinars/:webinarId/polls'>> {
    await this.authorise(actor, webinarId);
    return { polls: await this.reader.all(webinarId) };
  }

  @Route('POST /api/webinars/:webinarId/polls')
  async create(
    @SignedIn() actor: Actor,
    @Input() { params: { webinarId }, body }: RestInput<'POST /api/webinars/:webinarId/polls'>,
  ): Promise<Poll> {
    await this.authorise(actor, webinarId);
    return this.polls.create(webinarId, body);
  }

  @Route('PUT /api/webinars/:webinarId/polls/:pollId')
  async edit(
    @SignedIn() actor: Actor,
    @Input() { params, body }: RestInput<'PUT /api/webinars/:webinarId/polls/:pollId'>,
  ): Promise<Poll> {
    await this.authorise(actor, params.webinarId);
    return this.polls.edit(params.webinarId, params.pollId, body);
  }

  @Route('DELETE /api/webinars/:webinarId/polls/:pollId')
  async delete(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'DELETE /api/webinars/:webinarId/polls/:pollId'>,
  ): Promise<void> {
    await this.authorise(actor, params.webinarId);
    await this.polls.delete(params.webinarId, params.pollId);
  }

  @Route('GET /api/webinars/:webinarId/polls.json')
  @Header('Content-Disposition', 'attachment; filename="polls.json"')
  @Header('Cache-Control', 'private, no-store')
  async json(
    @SignedIn() actor: Actor,
    @Input() { params: { webinarId } }: RestInput<'GET /api/webinars/:webinarId/polls.json'>,
  ): Promise<PollsExport> {
    await this.authorise(actor, webinarId);
    return this.exports.export(webinarId);
  }

  @Route('GET /api/webinars/:webinarId/polls.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="polls.csv"')
  @Header('Cache-Control', 'private, no-store')
  async csv(
    @SignedIn() actor: Actor,
    @Input() { params: { webinarId } }: RestInput<'GET /api/webinars/:webinarId/polls.csv'>,
  ): Promise<string> {
    await this.authorise(actor, webinarId);
    return pollsCsv((await this.exports.export(webinarId)).polls);
  }

  private authorise(actor: Actor, webinarId: string): Promise<void> {
    return this.webinars.authorise(actor, webinarId, 'poll:prepare');
  }
}
