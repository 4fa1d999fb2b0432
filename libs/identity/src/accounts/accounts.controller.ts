import type { AccountSummary, RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller } from '@nestjs/common';
import { AccountsService } from './accounts.service';

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Route('GET /api/accounts')
  list(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'GET /api/accounts'>,
  ): Promise<RestResponse<'GET /api/accounts'>> {
    return this.accounts.list(actor, input);
  }

  @Route('PATCH /api/accounts/:accountId')
  change(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'PATCH /api/accounts/:accountId'>,
  ): Promise<AccountSummary> {
    return this.accounts.change(actor, input);
  }
}
