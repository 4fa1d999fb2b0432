import type { RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller } from '@nestjs/common';
import { TranscriptService } from './transcript.service';

@Controller()
export class TranscriptController {
  constructor(private readonly transcripts: TranscriptService) {}

  @Route('GET /api/resources/:resourceId/transcript')
  show(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/transcript'>,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/transcript'>> {
    return this.transcripts.show(actor, params.resourceId);
  }

  @Route('PATCH /api/resources/:resourceId/transcript')
  save(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'PATCH /api/resources/:resourceId/transcript'>,
  ): Promise<RestResponse<'PATCH /api/resources/:resourceId/transcript'>> {
    return this.transcripts.save(actor, input);
  }

  @Route('GET /api/resources/:resourceId/transcript/versions')
  versions(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/transcript/versions'>,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/transcript/versions'>> {
    return this.transcripts.versions(actor, params.resourceId);
  }

  @Route('GET /api/resources/:resourceId/transcript/versions/:number')
  version(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/transcript/versions/:number'>,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/transcript/versions/:number'>> {
    return this.transcripts.version(actor, params.resourceId, params.number);
  }

  @Route('POST /api/resources/:resourceId/transcript/versions/:number/restore')
  restore(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'POST /api/resources/:resourceId/transcript/versions/:number/restore'>,
  ): Promise<RestResponse<'POST /api/resources/:resourceId/transcript/versions/:number/restore'>> {
    return this.transcripts.restore(actor, input);
  }
}
