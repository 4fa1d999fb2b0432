export * from './connection';
export * from './embedded-redis';
export type { FlowStep } from './job-flow';
export { QUEUE } from './job-lanes';
export * from './job-queue';
export * from './job-worker';
export { embeddedSocket } from './redis-socket';
