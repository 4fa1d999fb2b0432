/**
 * The official models that fit the speech engines (libs/speech/README.md says what the fields mean). Sizes are of the
 * archives, roughly, so that people know what they begin. Publishers state no checksums: `sha256` stands where
 * independent projects name the same one for the archive; elsewhere the first download is what is recorded.
 */
const sherpa = 'https://github.com/k2-fsa/sherpa-onnx/releases/download/asr-models';
const alphacephei = 'https://alphacephei.com/vosk/models';

const parakeetLanguages = 'en fr de es it pt nl pl ru uk cs sk sl hr bg ro hu el sv da fi et lv lt mt'.split(' ');
/** All that Whisper was trained on; in the rarer ones it makes many mistakes. */
const whisperLanguages =
  `en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg
  lt cy sk fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk
  nn mt sa lb my bo tl mg as tt haw ln ha ba su te ml mi la`.split(/\s+/);

const whisper = (size, megabytes) => ({
  kind: 'whisper',
  url: `${sherpa}/sherpa-onnx-whisper-${size}.tar.bz2`,
  megabytes,
  languages: whisperLanguages,
  punctuates: true,
  roles: {
    encoder: `${size}-encoder.int8.onnx`,
    decoder: `${size}-decoder.int8.onnx`,
    tokens: `${size}-tokens.txt`,
  },
  licence: 'MIT',
});

/** Small streaming models by Kroko for one language each. */
const kroko = (language) => ({
  kind: 'streaming-transducer',
  url: `${sherpa}/sherpa-onnx-streaming-zipformer-${language}-kroko-2025-08-06.tar.bz2`,
  megabytes: 60,
  languages: [language],
  punctuates: true,
  roles: { encoder: 'encoder.onnx', decoder: 'decoder.onnx', joiner: 'joiner.onnx', tokens: 'tokens.txt' },
  licence: 'CC-BY-SA-4.0',
});

const vosk = (language, name, megabytes) => ({
  kind: 'vosk',
  url: `${alphacephei}/${name}.zip`,
  megabytes,
  languages: [language],
  punctuates: false,
  roles: {},
  licence: 'Apache-2.0',
});

export const official = {
  'parakeet-v3': {
    kind: 'transducer',
    url: `${sherpa}/sherpa-onnx-nemo-parakeet-tdt-0.6b-v3-int8.tar.bz2`,
    sha256: '5793d0fd397c5778d2cf2126994d58e9d56b1be7c04d13c7a15bb1b4eafb16bf',
    megabytes: 487,
    languages: parakeetLanguages,
    punctuates: true,
    modelType: 'nemo_transducer',
    roles: {
      encoder: 'encoder.int8.onnx',
      decoder: 'decoder.int8.onnx',
      joiner: 'joiner.int8.onnx',
      tokens: 'tokens.txt',
    },
    licence: 'CC-BY-4.0',
  },
  'sense-voice': {
    kind: 'sense-voice',
    url: `${sherpa}/sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17.tar.bz2`,
    megabytes: 1000,
    languages: ['zh', 'yue', 'ja', 'ko', 'en'],
    punctuates: true,
    roles: { model: 'model.int8.onnx', tokens: 'tokens.txt' },
    licence: 'FunASR Model License',
  },
  'whisper-tiny': whisper('tiny', 116),
  'whisper-base': whisper('base', 208),
  'whisper-small': whisper('small', 640),
  'whisper-medium': whisper('medium', 1900),
  'live-en': kroko('en'),
  'live-fr': kroko('fr'),
  'live-es': kroko('es'),
  'live-de': kroko('de'),
  'silero-vad': {
    kind: 'vad',
    url: `${sherpa}/silero_vad.onnx`,
    megabytes: 1,
    languages: [],
    punctuates: false,
    roles: { model: 'silero_vad.onnx' },
    licence: 'MIT',
  },
  'vosk-en': vosk('en', 'vosk-model-small-en-us-0.15', 40),
  'vosk-fr': vosk('fr', 'vosk-model-small-fr-0.22', 41),
  'vosk-es': vosk('es', 'vosk-model-small-es-0.42', 39),
  'vosk-de': vosk('de', 'vosk-model-small-de-0.15', 45),
  'vosk-pt': vosk('pt', 'vosk-model-small-pt-0.3', 31),
  'vosk-it': vosk('it', 'vosk-model-small-it-0.22', 48),
  'vosk-ru': vosk('ru', 'vosk-model-small-ru-0.22', 45),
  'vosk-zh': vosk('zh', 'vosk-model-small-cn-0.22', 42),
  'vosk-ja': vosk('ja', 'vosk-model-small-ja-0.22', 48),
  'vosk-ar': vosk('ar', 'vosk-model-ar-mgb2-0.4', 318),
};
