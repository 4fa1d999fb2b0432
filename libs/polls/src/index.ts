export { pollEntities } from './poll.entities';
export * from './poll.gateway';
export { PollTeller } from './poll.teller';
export * from './polls.module';
