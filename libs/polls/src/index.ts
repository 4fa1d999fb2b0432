export { pollEntities } from './poll.entities';
export * from './poll.gateway';
export * from './polls.module';
