import koffi from 'koffi';

/** A pointer of the C library; opaque to us. */
export type Handle = object | bigint;

type Async<A extends unknown[], R> = (...args: A) => Promise<R>;

/** The part of Vosk's C API (vosk_api.h) that is used. Calls that compute run on koffi's threads. */
export interface VoskLibrary {
  newModel: Async<[path: string], Handle | null>;
  freeModel: (model: Handle) => void;
  newRecognizer: Async<[model: Handle, sampleRate: number], Handle | null>;
  freeRecognizer: (recognizer: Handle) => void;
  setWords: (recognizer: Handle, words: 0 | 1) => void;
  /** 1: an utterance is finished; 0: it goes on; −1: failed. */
  accept: Async<[recognizer: Handle, pcm: Buffer, bytes: number], number>;
  result: Async<[recognizer: Handle], string>;
  partialResult: Async<[recognizer: Handle], string>;
  finalResult: Async<[recognizer: Handle], string>;
}

/** Loads libvosk. Throws an Error that names the file when it cannot be loaded. */
export function loadVosk(path: string): VoskLibrary {
  try {
    return bind(path);
  } catch (error) {
    throw new Error(`The speech library ${path} cannot be loaded: ${(error as Error).message}`, { cause: error });
  }
}

function bind(path: string): VoskLibrary {
  const library = koffi.load(path);
  const now = <F>(definition: string) => library.func(definition) as unknown as F;
  const later = <A extends unknown[], R>(definition: string): Async<A, R> => promised<A, R>(library.func(definition));
  // Without this Kaldi writes its reasoning to stderr.
  now<(level: number) => void>('void vosk_set_log_level(int level)')(-1);
  return {
    newModel: later('void *vosk_model_new(const char *path)'),
    freeModel: now('void vosk_model_free(void *model)'),
    newRecognizer: later('void *vosk_recognizer_new(void *model, float rate)'),
    freeRecognizer: now('void vosk_recognizer_free(void *recognizer)'),
    setWords: now('void vosk_recognizer_set_words(void *recognizer, int words)'),
    accept: later('int vosk_recognizer_accept_waveform(void *recognizer, const void *data, int length)'),
    result: later('const char *vosk_recognizer_result(void *recognizer)'),
    partialResult: later('const char *vosk_recognizer_partial_result(void *recognizer)'),
    finalResult: later('const char *vosk_recognizer_final_result(void *recognizer)'),
  };
}

interface AsyncFunction {
  async: (...args: unknown[]) => void;
}

function promised<A extends unknown[], R>(call: AsyncFunction): Async<A, R> {
  return (...args) =>
    new Promise((resolve, reject) => {
      call.async(...args, (error: Error | null, result: R) => (error ? reject(error) : resolve(result)));
    });
}
