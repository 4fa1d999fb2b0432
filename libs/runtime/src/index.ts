export * from './core';
export * from './core.module';
export * from './run';
