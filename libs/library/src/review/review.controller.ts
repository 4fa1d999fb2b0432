import type { Agreement, LibrarySettings, Resource, ReviewNote, RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller } from '@nestjs/common';
import { AgreementService } from './agreement.service';
import { ContributionsService } from './contributions.service';
import { LibrarySettingsService } from './library-settings.service';
import { PublishingService } from './publishing.service';
import { ReviewService } from './review.service';

@Controller()
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly publishing: PublishingService,
    private readonly contributions: ContributionsService,
    private readonly agreements: AgreementService,
    private readonly settings: LibrarySettingsService,
  ) {}

  @Route('POST /api/resources/:resourceId/submit')
  submit(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'POST /api/resources/:resourceId/submit'>,
  ): Promise<Resource> {
    return this.reviews.submit(actor, input);
  }

  @Route('POST /api/resources/:resourceId/take-back')
  takeBack(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/resources/:resourceId/take-back'>,
  ): Promise<Resource> {
    return this.reviews.takeBack(actor, params.resourceId);
  }

  @Route('POST /api/resources/:resourceId/review')
  decide(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'POST /api/resources/:resourceId/review'>,
  ): Promise<Resource> {
    return this.reviews.decide(actor, input);
  }

  @Route('POST /api/resources/:resourceId/publish')
  publish(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/resources/:resourceId/publish'>,
  ): Promise<Resource> {
    return this.publishing.publish(actor, params.resourceId);
  }

  @Route('POST /api/resources/:resourceId/unpublish')
  unpublish(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'POST /api/resources/:resourceId/unpublish'>,
  ): Promise<Resource> {
    return this.publishing.withdraw(actor, input);
  }

  @Route('GET /api/resources/:resourceId/tombstone')
  tombstone(
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/tombstone'>,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/tombstone'>> {
    return this.publishing.tombstone(params.resourceId);
  }

  @Route('GET /api/resources/:resourceId/review')
  thread(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/review'>,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/review'>> {
    return this.reviews.thread(actor, params.resourceId);
  }

  @Route('POST /api/resources/:resourceId/review/notes')
  comment(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'POST /api/resources/:resourceId/review/notes'>,
  ): Promise<ReviewNote> {
    return this.reviews.comment(actor, input);
  }

  @Route('POST /api/resources/:resourceId/review/seen')
  seen(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/resources/:resourceId/review/seen'>,
  ): Promise<void> {
    return this.reviews.seen(actor, params.resourceId);
  }

  @Route('GET /api/contributions')
  list(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'GET /api/contributions'>,
  ): Promise<RestResponse<'GET /api/contributions'>> {
    return this.contributions.list(actor, input);
  }

  @Route('GET /api/contributions/news')
  news(@SignedIn() actor: Actor): Promise<RestResponse<'GET /api/contributions/news'>> {
    return this.contributions.news(actor);
  }

  @Route('GET /api/library/agreement')
  agreement(): Promise<Agreement> {
    return this.agreements.current();
  }

  @Route('PUT /api/library/agreement')
  writeAgreement(
    @SignedIn() actor: Actor,
    @Input() { body }: RestInput<'PUT /api/library/agreement'>,
  ): Promise<Agreement> {
    return this.agreements.write(actor, body.text);
  }

  @Route('GET /api/library/settings')
  showSettings(@SignedIn() actor: Actor): Promise<LibrarySettings> {
    return this.settings.show(actor);
  }

  @Route('PUT /api/library/settings')
  changeSettings(
    @SignedIn() actor: Actor,
    @Input() { body }: RestInput<'PUT /api/library/settings'>,
  ): Promise<LibrarySettings> {
    return this.settings.change(actor, body);
  }
}
