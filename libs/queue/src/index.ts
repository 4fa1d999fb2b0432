export * from './connection';
export * from './embedded-redis';
export * from './job-queue';
export * from './job-worker';
export { embeddedSocket } from './redis-socket';
