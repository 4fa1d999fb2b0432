import type { RestInput, RestResponse, VersionContent } from '@lectern/contracts';
import { Caller, Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller } from '@nestjs/common';
import { VersionService } from './version.service';

@Controller()
export class VersionController {
  constructor(private readonly versions: VersionService) {}

  @Route('GET /api/resources/:resourceId/versions')
  list(
    @Caller() actor: Actor | null,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/versions'>,
  ): Promise<RestResponse<'GET /api/resources/:resourceId/versions'>> {
    return this.versions.list(actor, params.resourceId);
  }

  @Route('GET /api/resources/:resourceId/versions/:number')
  show(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/versions/:number'>,
  ): Promise<VersionContent> {
    return this.versions.show(actor, params.resourceId, params.number);
  }

  @Route('POST /api/resources/:resourceId/versions/:number/restore')
  restore(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/resources/:resourceId/versions/:number/restore'>,
  ): Promise<void> {
    return this.versions.restore(actor, params.resourceId, params.number);
  }

  @Route('PUT /api/resources/:resourceId/versions/:number/note')
  describe(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'PUT /api/resources/:resourceId/versions/:number/note'>,
  ): Promise<void> {
    return this.versions.describe(actor, input);
  }

  @Route('DELETE /api/resources/:resourceId/versions/:number')
  forget(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'DELETE /api/resources/:resourceId/versions/:number'>,
  ): Promise<void> {
    return this.versions.forget(actor, params.resourceId, params.number);
  }
}
