export * from './identity.entities';
export * from './identity.module';
export * from './identity.policy';
export * from './identity.service';
export * from './session-cookie';
