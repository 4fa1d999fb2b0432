export * from './cluster';
export * from './room-owners';
