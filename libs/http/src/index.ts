export * from './openapi';
export * from './problem.filter';
export * from './route';
export * from './send-file';
export * from './session.guard';
