export * from './media';
export * from './practice.gateway';
export * from './recorder/recorder.service';
export * from './recording-folders';
export * from './recording-processor';
export * from './recording.entity';
export * from './recording.gateway';
export * from './recordings.module';
