export * from './config';
export * from './schema';
export * from './startup-error';
export * from './reference';
