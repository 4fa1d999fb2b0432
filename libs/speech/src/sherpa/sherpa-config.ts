import { baseLanguage } from '../languages';
import { SAMPLE_RATE } from '../speech-engine';
import type { SherpaModel } from './sherpa-messages';

const featConfig = { sampleRate: SAMPLE_RATE, featureDim: 80 };

/** Shorter than Whisper's window of 30 s, which cuts off what is longer. */
export const LONGEST_SEGMENT = 28;

/** What sherpa-onnx is given to recognise whole pieces of sound. `language` matters to models of several languages. */
export function offlineConfig(model: SherpaModel, language: string, numThreads: number) {
  const { files, kind } = model;
  const shared = { tokens: files.tokens, numThreads, provider: 'cpu', debug: 0 };
  const modelConfig = { ...shared, ...part(kind, files, baseLanguage(language)), ...typeOf(model) };
  return { featConfig, modelConfig };
}

function part(kind: SherpaModel['kind'], files: Record<string, string>, language: string) {
  const { encoder, decoder, joiner, model } = files;
  switch (kind) {
    case 'whisper':
      return { whisper: { encoder, decoder, language, task: 'transcribe' } };
    case 'sense-voice':
      return { senseVoice: { model, language, useInverseTextNormalization: 1 } };
    case 'transducer':
    case 'streaming-transducer':
      return { transducer: { encoder, decoder, joiner } };
    case 'vad':
    case 'vosk':
      throw new Error(`A ${kind} model recognises nothing here.`);
  }
}

const typeOf = ({ modelType }: SherpaModel) => (modelType === undefined ? {} : { modelType });

/** What it is given to follow somebody who speaks. An utterance ends after a pause, or when it has grown long. */
export function onlineConfig({ files, modelType }: SherpaModel, numThreads: number) {
  const { encoder, decoder, joiner, tokens } = files;
  const type = modelType === undefined ? {} : { modelType };
  return {
    featConfig,
    modelConfig: { transducer: { encoder, decoder, joiner }, tokens, numThreads, provider: 'cpu', debug: 0, ...type },
    decodingMethod: 'greedy_search',
    enableEndpoint: 1,
    rule1MinTrailingSilence: 2.4,
    rule2MinTrailingSilence: 0.8,
    rule3MinUtteranceLength: 15,
  };
}

/** Silero's voice activity detector. */
export function vadConfig(model: string) {
  return {
    sileroVad: {
      model,
      threshold: 0.5,
      minSilenceDuration: 0.5,
      minSpeechDuration: 0.25,
      windowSize: VAD_WINDOW,
      maxSpeechDuration: LONGEST_SEGMENT - 4,
    },
    sampleRate: SAMPLE_RATE,
    numThreads: 1,
    provider: 'cpu',
    debug: 0,
  };
}

/** Samples that Silero looks at in one go. */
export const VAD_WINDOW = 512;
