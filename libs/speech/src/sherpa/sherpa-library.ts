import { createRequire } from 'node:module';

/** The part of sherpa-onnx-node that is used: the package describes its types in comments alone. */
interface SherpaLibrary {
  OfflineRecognizer: new (config: object) => OfflineRecognizer;
  OnlineRecognizer: new (config: object) => OnlineRecognizer;
  Vad: new (config: object, bufferSeconds: number) => Vad;
}

interface Waveform {
  samples: Float32Array;
  sampleRate: number;
}

export interface Result {
  text: string;
  tokens?: string[];
  timestamps?: number[];
  /** Offline recognisers: logarithms of the tokens' probabilities. */
  ys_log_probs?: number[];
  /** Online recognisers: the same. */
  ys_probs?: number[];
  /** Online recognisers: seconds from the stream's beginning to the utterance's. */
  start_time?: number;
}

interface OfflineStream {
  acceptWaveform(waveform: Waveform): void;
}

export interface OfflineRecognizer {
  createStream(): OfflineStream;
  setConfig(config: object): void;
  decode(stream: OfflineStream): void;
  getResult(stream: OfflineStream): Result;
}

export interface OnlineStream {
  acceptWaveform(waveform: Waveform): void;
  inputFinished(): void;
}

export interface OnlineRecognizer {
  createStream(): OnlineStream;
  isReady(stream: OnlineStream): boolean;
  decode(stream: OnlineStream): void;
  isEndpoint(stream: OnlineStream): boolean;
  reset(stream: OnlineStream): void;
  getResult(stream: OnlineStream): Result;
}

export interface Vad {
  acceptWaveform(samples: Float32Array): void;
  isEmpty(): boolean;
  front(enableExternalBuffer: boolean): { start: number; samples: Float32Array };
  pop(): void;
  reset(): void;
  flush(): void;
}

/** Loads the native library; only the speech process does. */
export const sherpa = createRequire(__filename)('sherpa-onnx-node') as SherpaLibrary;
