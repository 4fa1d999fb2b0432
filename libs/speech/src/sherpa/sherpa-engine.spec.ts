import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { junk, placeModel } from '../../testing/models';
import { openSpeech } from '../open-speech';
import { BYTES_PER_SECOND, type Utterance } from '../speech-engine';
import { readModelFolder } from '../models/model-folder';
import { SherpaEngine } from './sherpa-engine';

const entry = join(__dirname, 'sherpa.process.ts');
const execArgv = ['--require', join(__dirname, '../../../../tools/lib/sources.cjs')];

async function* sound() {
  yield Buffer.alloc(BYTES_PER_SECOND);
}

async function hear(engine: SherpaEngine, language: string): Promise<Utterance[]> {
  const heard: Utterance[] = [];
  for await (const utterance of engine.transcribe(sound(), { language })) heard.push(utterance);
  return heard;
}

const transducer = {
  roles: { encoder: 'encoder.onnx', decoder: 'decoder.onnx', joiner: 'joiner.onnx', tokens: 'tokens.txt' },
};

describe('SherpaEngine', () => {
  let root: string;
  let engine: SherpaEngine;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'lectern-sherpa-'))));
  afterEach(async () => {
    await engine.close();
    rmSync(root, { recursive: true });
  });

  const open = (): SherpaEngine =>
    (engine = new SherpaEngine({ models: readModelFolder(root).models, entry, execArgv }));

  it('says in words that a model cannot be loaded, and lives on', async () => {
    placeModel(root, junk, { name: 'broken' });
    open();
    await expect(hear(engine, 'en')).rejects.toThrow(/^The speech model "broken" cannot be loaded: .*Protobuf/);
    await expect(hear(engine, 'fr')).rejects.toThrow('"broken" cannot be loaded');
  });

  it('outlives a model on which the library ends its process, and starts another', async () => {
    placeModel(root, junk, { ...transducer, name: 'deadly', kind: 'streaming-transducer' });
    open();
    await expect(engine.stream('en')).rejects.toThrow(
      /^The speech model "deadly" cannot be loaded: the speech process ended \(.*Protobuf parsing failed/,
    );
    expect(engine.pid).toBeUndefined();
    await expect(engine.stream('en')).rejects.toThrow('the speech process ended (');
  });

  it('refuses a model whose checksum differs, without starting anything', async () => {
    const folder = placeModel(root, junk, { name: 'damaged' });
    writeFileSync(join(folder, 'decoder.onnx'), Buffer.alloc(2_000, 9));
    open();
    await expect(hear(engine, 'en')).rejects.toThrow('is damaged: the checksum of decoder.onnx differs');
    expect(engine.pid).toBeUndefined();
  });

  it('knows its languages, and what has capitals', async () => {
    placeModel(root, junk, { name: 'whisper', languages: ['en', 'fr'], punctuates: true });
    placeModel(root, junk, {
      ...transducer,
      name: 'live',
      kind: 'streaming-transducer',
      languages: ['lo'],
      punctuates: false,
    });
    open();
    expect(engine.languages()).toEqual(['lo', 'en', 'fr']);
    expect(engine.liveLanguages()).toEqual(['lo']);
    expect([engine.punctuates('fr-CA'), engine.punctuates('lo'), engine.punctuates('ar')]).toEqual([
      true,
      false,
      false,
    ]);
    await expect(hear(engine, 'ar')).rejects.toThrow('No speech model for Arabic is installed.');
  });

  it('is opened by what the folder holds, and problems are told', async () => {
    open();
    const nothing = openSpeech({ models: root });
    expect(nothing.engines.for('fr').missing).toContain('French');
    placeModel(root, junk, { name: 'whisper' });
    placeModel(
      root,
      { 'am/final.mdl': Buffer.from('x') },
      { name: 'small-de', kind: 'vosk', languages: ['de'], roles: {} },
    );
    writeFileSync(join(placeModel(root, junk, { name: 'cut' }), 'tokens.txt'), '');
    const { engines, problems } = openSpeech({ models: root, voskModel: '/models/en' });
    expect(engines.languages()).toEqual(['en', 'fr']);
    expect(problems).toEqual([expect.stringContaining('tokens.txt has 0 bytes'), expect.stringContaining('libvosk')]);
    const both = openSpeech({ models: root, voskLibrary: '/libvosk.so', voskModel: '/models/en' }).engines;
    expect(both.for('de').engine?.name).toBe('vosk');
    expect(both.for('en').engine?.name).toBe('sherpa-onnx');
    await both.close();
  });
});
