import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vosk as found } from '../testing/native';
import { speakPcm } from '../testing/voice';
import { BYTES_PER_SECOND, type Utterance, type Word } from './speech-engine';
import { VoskEngine } from './vosk-engine';

/** Specs that need Vosk run wherever set-up says that it is there. */
const withVosk = found ? it : it.skip;
const vosk = found ?? { library: '', model: '' };

async function* chunks(...parts: Buffer[]) {
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 16_000) yield part.subarray(i, i + 16_000);
  }
}

async function wordsOf(utterances: AsyncIterable<Utterance>): Promise<Word[]> {
  const words: Word[] = [];
  for await (const utterance of utterances) words.push(...utterance.words);
  return words;
}

/** The work must not hold the event loop: a ratio, as a busy machine takes longer for all of it. */
async function withLoopWatched<T>(work: () => Promise<T>): Promise<T> {
  let longest = 0;
  const begun = performance.now();
  let last = begun;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const result = await work();
  clearInterval(timer);
  expect(longest).toBeLessThan((performance.now() - begun) / 4);
  return result;
}

const silence = (seconds: number) => Buffer.alloc(seconds * BYTES_PER_SECOND);

describe('VoskEngine', () => {
  const engine = new VoskEngine({ library: vosk.library, models: [{ language: 'en', path: vosk.model }] });
  const voice = speakPcm('The teacher has seven students.');
  afterAll(() => engine.close());

  withVosk('has from set-up a model for recordings, and for live captions the same with a narrower search', () => {
    const beamOf = (folder: string) =>
      Number(/^--beam=(.*)$/m.exec(readFileSync(join(folder, 'conf/model.conf'), 'utf8'))?.[1]);
    expect(beamOf(join(vosk.model, 'live'))).toBeLessThan(beamOf(vosk.model));
  });

  withVosk(
    'finds words, and their times across silences, and leaves the event loop free',
    async () => {
      const seen: number[] = [];
      const sound = chunks(silence(4), voice, silence(40), voice);
      const options = { language: 'en-GB', onProgress: (seconds: number) => seen.push(seconds) };
      const words = await withLoopWatched(() => wordsOf(engine.transcribe(sound, options)));
      const teachers = words.filter(({ text }) => text === 'teacher');
      expect(teachers).toHaveLength(2);
      expect(teachers[0]!.start).toBeGreaterThan(4);
      expect(teachers[0]!.start).toBeLessThan(5);
      const apart = 40 + voice.length / BYTES_PER_SECOND;
      expect(Math.abs(teachers[1]!.start - teachers[0]!.start - apart)).toBeLessThan(0.3);
      expect(teachers[0]!.confidence).toBeGreaterThan(0.5);
      expect(seen.at(-1)).toBeCloseTo(44 + (2 * voice.length) / BYTES_PER_SECOND, 0);
    },
    60_000,
  );

  withVosk(
    'gives partial results while somebody speaks',
    async () => {
      const stream = await engine.stream('en');
      const partials: string[] = [];
      const finished: Utterance[] = [];
      for await (const pcm of chunks(voice)) {
        const heard = await stream.write(pcm);
        partials.push(heard.partial);
        finished.push(...heard.finished);
      }
      finished.push(...(await stream.end()));
      expect(partials.join(' ')).toContain('teacher');
      expect(finished.flatMap(({ words }) => words.map(({ text }) => text))).toContain('teacher');
    },
    60_000,
  );

  withVosk(
    'counts the time of each stream from its own beginning',
    async () => {
      const heard = async () => {
        const stream = await engine.stream('en');
        const finished: Utterance[] = [];
        for await (const pcm of chunks(voice)) finished.push(...(await stream.write(pcm)).finished);
        return [...finished, ...(await stream.end())].flatMap(({ words }) => words);
      };
      const first = await heard();
      const second = await heard();
      const teacher = (words: Word[]) => words.find(({ text }) => text === 'teacher')!.end;
      expect(Math.abs(teacher(second) - teacher(first))).toBeLessThan(0.3);
    },
    60_000,
  );

  withVosk(
    'takes the model in the folder "live" for streams, and the other for recordings',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lectern-live-model-'));
      symlinkSync(vosk.model, join(folder, 'live'));
      const split = new VoskEngine({ library: vosk.library, models: [{ language: 'en', path: folder }] });
      try {
        const stream = await split.stream('en');
        expect((await stream.write(voice)).finished).toBeInstanceOf(Array);
        await stream.end();
        await expect(wordsOf(split.transcribe(chunks(voice), { language: 'en' }))).rejects.toThrow(
          `${folder} holds no speech model`,
        );
      } finally {
        await split.close();
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );

  withVosk(
    'stops when it is told to',
    async () => {
      const abort = new AbortController();
      const reason = new Error('cancelled');
      async function* endless() {
        for (let i = 0; ; i++) {
          if (i === 2) abort.abort(reason);
          yield voice;
        }
      }
      await expect(wordsOf(engine.transcribe(endless(), { language: 'en', signal: abort.signal }))).rejects.toBe(
        reason,
      );
    },
    60_000,
  );

  withVosk(
    'is silent about silence',
    async () => {
      expect(await wordsOf(engine.transcribe(chunks(silence(3)), { language: 'en' }))).toEqual([]);
    },
    60_000,
  );
});

describe('VoskEngine, wrongly set up', () => {
  const hear = (engine: VoskEngine, language = 'en') => wordsOf(engine.transcribe(chunks(silence(1)), { language }));

  it('names a library that cannot be loaded', async () => {
    const engine = new VoskEngine({ library: '/nowhere/libvosk.so', models: [{ language: 'en', path: '/nowhere' }] });
    await expect(hear(engine)).rejects.toThrow('The speech library /nowhere/libvosk.so cannot be loaded');
  });

  withVosk('names a folder without a model, and a language without one', async () => {
    const engine = new VoskEngine({ library: vosk.library, models: [{ language: 'en', path: __dirname }] });
    await expect(hear(engine)).rejects.toThrow('holds no speech model');
    await expect(hear(engine, 'fr')).rejects.toThrow('No speech model for French is installed.');
  });
});
