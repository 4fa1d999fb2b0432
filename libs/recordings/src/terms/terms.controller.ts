import type { RestInput, RestResponse } from '@lectern/contracts';
import { Caller, Input, Route, SignedIn } from '@lectern/http';
import { type Actor, forbidden, notFound } from '@lectern/kernel';
import { ParticipantRepository, WebinarRepository } from '@lectern/webinars';
import { Controller } from '@nestjs/common';
import { mayRecord } from '../recording.policy';
import { RecordingRepository } from '../recording.repository';
import { LeftOutService } from './left-out.service';
import { TermsService } from './terms.service';
import { TermsTeller } from './terms.teller';

/** What is recorded, and what each person says about it, before entering and afterwards. */
@Controller()
export class TermsController {
  constructor(
    private readonly service: TermsService,
    private readonly leftOut: LeftOutService,
    private readonly teller: TermsTeller,
    private readonly recordings: RecordingRepository,
    private readonly webinars: WebinarRepository,
    private readonly participants: ParticipantRepository,
  ) {}

  @Route('GET /api/webinars/:webinarId/recording-terms')
  async show(
    @Caller() actor: Actor | null,
    @Input() { params: { webinarId } }: RestInput<'GET /api/webinars/:webinarId/recording-terms'>,
  ): Promise<RestResponse<'GET /api/webinars/:webinarId/recording-terms'>> {
    await this.webinars.get(webinarId);
    const person = actor && (await this.participants.byAccount(webinarId, actor.userId));
    const running = (await this.recordings.running(webinarId)) !== null;
    const { terms, standing } = await this.teller.of({ webinarId, participantId: person?.id ?? '' });
    return { terms, running, standing: person && !person.removedAt ? standing : null };
  }

  @Route('PUT /api/webinars/:webinarId/recording-terms')
  async configure(
    @SignedIn() actor: Actor,
    @Input() { params, body }: RestInput<'PUT /api/webinars/:webinarId/recording-terms'>,
  ): Promise<RestResponse<'PUT /api/webinars/:webinarId/recording-terms'>> {
    const { role } = await this.find(actor, params.webinarId);
    if (!mayRecord(role, 'configure')) throw forbidden('Only a host sets what is recorded.');
    return this.service.configure(params.webinarId, body);
  }

  @Route('POST /api/webinars/:webinarId/recording-consent')
  async consent(
    @SignedIn() actor: Actor,
    @Input() { params, body }: RestInput<'POST /api/webinars/:webinarId/recording-consent'>,
  ): Promise<RestResponse<'POST /api/webinars/:webinarId/recording-consent'>> {
    const { id: participantId, webinarId } = await this.find(actor, params.webinarId);
    return this.service.consent({ participantId, webinarId }, body.version);
  }

  @Route('PUT /api/webinars/:webinarId/recording-standing')
  async ask(
    @SignedIn() actor: Actor,
    @Input() { params, body }: RestInput<'PUT /api/webinars/:webinarId/recording-standing'>,
  ): Promise<RestResponse<'PUT /api/webinars/:webinarId/recording-standing'>> {
    const { id: participantId, webinarId } = await this.find(actor, params.webinarId, true);
    return this.leftOut.ask({ participantId, webinarId }, body.leftOut);
  }

  /** @param removed whether they may have been put out: what was recorded of them before is theirs all the same */
  private async find(actor: Actor, webinarId: string, removed = false) {
    const person = await this.participants.byAccount(webinarId, actor.userId);
    if (!person || (person.removedAt && !removed)) throw notFound('This webinar');
    return person;
  }
}
