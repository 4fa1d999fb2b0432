import type { PartnerDetail, RestInput, RestResponse } from '@lectern/contracts';
import { Caller, Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller } from '@nestjs/common';
import { PartnerService } from './partner.service';

@Controller()
export class PartnerController {
  constructor(private readonly partners: PartnerService) {}

  @Route('GET /api/partners')
  list(@Input() input: RestInput<'GET /api/partners'>): Promise<RestResponse<'GET /api/partners'>> {
    return this.partners.list(input);
  }

  @Route('GET /api/partners/:slug')
  show(
    @Caller() actor: Actor | null,
    @Input() { params }: RestInput<'GET /api/partners/:slug'>,
  ): Promise<PartnerDetail> {
    return this.partners.show(actor, params.slug);
  }

  @Route('PUT /api/partners/:slug')
  describe(@SignedIn() actor: Actor, @Input() input: RestInput<'PUT /api/partners/:slug'>): Promise<void> {
    return this.partners.describe(actor, input);
  }
}
