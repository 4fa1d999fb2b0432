import { WebinarModule } from '@lectern/webinars';
import { Module } from '@nestjs/common';
import { ChatSettingsRepository } from './chat-settings.repository';
import { ChatSettingsService } from './chat-settings.service';
import { Gatekeeper } from './gatekeeper';
import { MessageGateway } from './message.gateway';
import { MessageReader } from './message.reader';
import { MessageRepository } from './message.repository';
import { MessageService } from './message.service';
import { MessageTeller } from './message.teller';
import { MessageWriter } from './message.writer';
import { SendingService } from './sending.service';

const repositories = [ChatSettingsRepository, MessageRepository];
const services = [ChatSettingsService, Gatekeeper, MessageService, SendingService];

@Module({
  imports: [WebinarModule],
  providers: [...repositories, ...services, MessageGateway, MessageReader, MessageTeller, MessageWriter],
  exports: [MessageGateway],
})
export class ChatModule {}
