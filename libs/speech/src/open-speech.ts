import { verifyModel } from './models/checksums';
import { readModelFolder, type InstalledModel } from './models/model-folder';
import { SherpaEngine } from './sherpa/sherpa-engine';
import type { SpeechEngine } from './speech-engine';
import { SpeechEngines } from './speech-engines';
import { VoskEngine, type VoskModel } from './vosk-engine';

/** Where an installation has its speech recognition; plain data, so that it can be handed to another process. */
export interface SpeechSetup {
  /** Folder of models, each in a folder of its own. */
  models?: string;
  voskLibrary?: string;
  /** The US-English model that set-up brings. */
  voskModel?: string;
  /** Of one recogniser. */
  threads?: number;
}

/** The engines, and what is wrong with models that are there, in sentences for the log. */
export interface OpenedSpeech {
  engines: SpeechEngines;
  problems: string[];
}

/**
 * Opens the engines of an installation; models are loaded when they are needed. What the operator has put into the
 * folder comes before what set-up has brought. None at all is allowed: recordings then have no transcript, and say so.
 */
export function openSpeech({ models, voskLibrary, voskModel, threads }: SpeechSetup): OpenedSpeech {
  const found = models ? readModelFolder(models) : { models: [], problems: [] };
  const { sherpa, vosk } = sorted(found.models);
  const problems = [...found.problems];
  const engines: SpeechEngine[] = [];
  if (sherpa.some(({ manifest }) => manifest.kind !== 'vad'))
    engines.push(new SherpaEngine({ models: sherpa, threads }));
  if (vosk.length > 0 && !voskLibrary)
    problems.push(
      'The Vosk models are not used: libvosk is not here. Run "LECTERN_MODELS= node tools/setup.mjs" once: it brings it.',
    );
  const voskModels = [...vosk.flatMap(voskLanguages), ...(voskModel ? [{ language: 'en', path: voskModel }] : [])];
  if (voskLibrary && voskModels.length > 0) engines.push(new VoskEngine({ library: voskLibrary, models: voskModels }));
  return { engines: new SpeechEngines(engines), problems };
}

function sorted(models: InstalledModel[]): { sherpa: InstalledModel[]; vosk: InstalledModel[] } {
  const isVosk = ({ manifest }: InstalledModel) => manifest.kind === 'vosk';
  return { sherpa: models.filter((model) => !isVosk(model)), vosk: models.filter(isVosk) };
}

function voskLanguages(model: InstalledModel): VoskModel[] {
  const verify = () => verifyModel(model);
  return model.manifest.languages.map((language) => ({ language, path: model.folder, verify }));
}
