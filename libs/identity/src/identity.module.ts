import { SessionReader } from '@lectern/http';
import { Module } from '@nestjs/common';
import { IdentityController } from './identity.controller';
import { IdentityRepository } from './identity.repository';
import { IdentityService } from './identity.service';
import { SessionCookie } from './session-cookie';

@Module({
  controllers: [IdentityController],
  providers: [
    IdentityRepository,
    IdentityService,
    SessionCookie,
    { provide: SessionReader, useExisting: SessionCookie },
  ],
  exports: [IdentityService, SessionCookie, SessionReader],
})
export class IdentityModule {}
