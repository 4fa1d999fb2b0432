import type { Resource, RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller } from '@nestjs/common';
import { RetentionService } from './retention.service';
import { RetentionSweep } from './retention-sweep';
import { TrashService } from './trash.service';

@Controller()
export class RetentionController {
  constructor(
    private readonly bin: TrashService,
    private readonly retention: RetentionService,
    private readonly sweep: RetentionSweep,
  ) {}

  @Route('POST /api/resources/:resourceId/trash')
  trash(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'POST /api/resources/:resourceId/trash'>,
  ): Promise<Resource> {
    return this.bin.trash(actor, input);
  }

  @Route('POST /api/resources/:resourceId/restore')
  restore(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/resources/:resourceId/restore'>,
  ): Promise<Resource> {
    return this.bin.restore(actor, params.resourceId);
  }

  @Route('POST /api/resources/:resourceId/purge')
  purge(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'POST /api/resources/:resourceId/purge'>,
  ): Promise<void> {
    return this.bin.purge(actor, params.resourceId);
  }

  @Route('GET /api/trash')
  list(@SignedIn() actor: Actor, @Input() input: RestInput<'GET /api/trash'>): Promise<RestResponse<'GET /api/trash'>> {
    return this.bin.list(actor, input);
  }

  @Route('GET /api/retention')
  rules(@SignedIn() actor: Actor): Promise<RestResponse<'GET /api/retention'>> {
    return this.retention.list(actor);
  }

  @Route('POST /api/retention/preview')
  preview(
    @SignedIn() actor: Actor,
    @Input() { body }: RestInput<'POST /api/retention/preview'>,
  ): Promise<RestResponse<'POST /api/retention/preview'>> {
    return this.retention.preview(actor, body);
  }

  @Route('PUT /api/retention')
  async save(@SignedIn() actor: Actor, @Input() { body }: RestInput<'PUT /api/retention'>): Promise<void> {
    await this.retention.save(actor, body);
    this.sweep.start();
  }

  @Route('DELETE /api/retention/:seriesId')
  remove(@SignedIn() actor: Actor, @Input() { params }: RestInput<'DELETE /api/retention/:seriesId'>): Promise<void> {
    return this.retention.remove(actor, params.seriesId);
  }
}
