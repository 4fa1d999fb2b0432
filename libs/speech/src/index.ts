export * from './languages';
export type { SpeechUse } from './models/choose-model';
export * from './open-speech';
export * from './speech-engine';
export * from './speech-engines';
export { SpeechGate, type SpeechPart } from './speech-parts';
export { SherpaEngine, type SherpaOptions } from './sherpa/sherpa-engine';
export { joined, textOf } from './text-of';
export * from './vosk-engine';
