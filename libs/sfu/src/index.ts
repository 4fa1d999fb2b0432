export { Peer, type PeerEvents, type PeerIdentity } from './peer';
export type { ConsumeOutput, LayersInput } from './peer-consumers';
export type { ProduceInput } from './peer-producers';
export type { TransportAddress } from './peer-transports';
export { FlowGate, type Preparation } from './flow-gate';
export type { ListenOptions, SfuLogger, WorkerPoolOptions } from './options';
export { Room, type RoomEvents } from './room';
export { Tap, type SenderReport, type TapEvents, type TapRtpParameters, type TapTarget } from './tap';
export { WorkerPool, type WorkerPoolEvents, type WorkerStats, type WorkerUsage } from './worker-pool';
