import { SessionReader } from '@lectern/http';
import { Module } from '@nestjs/common';
import { AccountsController } from './accounts/accounts.controller';
import { AccountsService } from './accounts/accounts.service';
import { IdentityController } from './identity.controller';
import { IdentityRepository } from './identity.repository';
import { IdentityService } from './identity.service';
import { SessionCookie } from './session-cookie';

@Module({
  controllers: [IdentityController, AccountsController],
  providers: [
    AccountsService,
    IdentityRepository,
    IdentityService,
    SessionCookie,
    { provide: SessionReader, useExisting: SessionCookie },
  ],
  exports: [IdentityService, SessionCookie, SessionReader],
})
export class IdentityModule {}
