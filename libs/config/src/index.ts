export * from './child-environment';
export * from './config';
export * from './schema';
export * from './startup-error';
export * from './reference';
