import type { Config } from '@lectern/config';
import { SpeechEngines, VoskEngine } from '@lectern/speech';

/** The speech engines of this installation. None at all is allowed: recordings then have no transcript, and say so. */
export function openSpeech({ speech }: Config): SpeechEngines {
  const { voskLibrary, voskModel } = speech;
  if (!voskLibrary || !voskModel) return new SpeechEngines();
  return new SpeechEngines([new VoskEngine({ library: voskLibrary, models: [{ language: 'en', path: voskModel }] })]);
}
