export * from './material.entity';
export { MaterialRepository } from './material.repository';
export * from './materials.module';
export * from './prepare/material-processor';
export * from './presentation.gateway';
export { positionAt } from './presentation.machine';
export { type PresentationChange, PresentationTeller } from './presentation.teller';
export * from './presentation.repository';
