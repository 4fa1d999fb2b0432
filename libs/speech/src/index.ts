export * from './speech-engine';
export * from './speech-engines';
export * from './vosk-engine';
