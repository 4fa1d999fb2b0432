export * from './disk-storage';
export * from './storage';
export * from './read-all';
