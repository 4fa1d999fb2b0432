export * from './qa.module';
export * from './question.entities';
export * from './question.gateway';
export * from './question.repository';
export * from './question.teller';
