export * from './chat.module';
export { MessageRow, messageEntities } from './message.entity';
export * from './message.gateway';
