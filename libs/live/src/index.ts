export * from './live.module';
export { ControlsGateway } from './controls.gateway';
export { LiveRoom, type LiveRoomEvents } from './live-room';
export { type Entrant, LiveRooms } from './live-rooms';
export { mayReceive } from './live.policy';
export { MediaGateway } from './media.gateway';
export { ReactionGateway } from './reaction.gateway';
export { SessionGateway } from './session.gateway';
export { StageGateway } from './stage.gateway';
