export { CaptionGateway } from './caption.gateway';
export * from './captions.module';
