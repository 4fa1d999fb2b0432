import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vosk } from '../../../speech/testing/native';
import { until } from '../../../../test/support/lectern';
import { send, speakTo, startSending } from '../../testing/send';
import type { Told } from './caption-child';
import { CaptionClient } from './caption-client';
import { wordLags } from './lag';

const entry = join(__dirname, 'caption.process.ts');
const execArgv = ['--require', join(__dirname, '../../../../tools/lib/sources.cjs')];
const setup = { voskLibrary: vosk?.library, voskModel: vosk?.model };

type Heard = Extract<Told, { type: 'heard' }>;

const withVosk = vosk ? describe : describe.skip;

withVosk('the caption process', () => {
  jest.setTimeout(120_000);
  let folder: string;
  let client: CaptionClient;
  let told: Told[];
  const heard = (trackId: string) =>
    told.filter((one): one is Heard => one.type === 'heard' && one.trackId === trackId);
  const said = (trackId: string) =>
    heard(trackId)
      .filter(({ final }) => final)
      .map(({ text }) => text)
      .join(' ');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-captions-'));
    told = [];
  });
  afterEach(async () => {
    await client.close();
    rmSync(folder, { recursive: true });
  });

  const start = (voices = 2): CaptionClient =>
    // Nothing is left out for being late: how busy the machine is says nothing about the code.
    (client = new CaptionClient({ setup, voices, mostWaiting: 60, entry, execArgv }).on('told', (one) =>
      told.push(one),
    ));

  it('hears what is said while it is said, on each track for itself', async () => {
    start();
    const [teacher, river] = [join(folder, 'teacher.wav'), join(folder, 'river.wav')];
    speakTo(teacher, 'The teacher has seven students.');
    speakTo(river, 'The river is very cold in winter.');
    const [one, two] = [await client.open('one', 'en-GB'), await client.open('two', 'en')];
    await Promise.all([send(teacher, one), send(river, two)]);
    const both = () => said('one').includes('teacher') && said('two').includes('winter');
    await until(both, 60_000, () => JSON.stringify(told));
    // Told while it was said, and each word within 3 s: on the recogniser's own time, however busy the machine is.
    const [early, ...rest] = heard('two');
    expect(early!.recognisedTo).toBeLessThan(rest.at(-1)!.words.at(-1)!.end);
    const lags = wordLags(heard('two'), ({ recognisedTo }) => recognisedTo);
    expect(lags.length).toBeGreaterThan(3);
    expect(Math.max(...lags)).toBeLessThan(3);
  });

  it('ends what was said when the packets end in mid-sentence', async () => {
    start();
    const file = join(folder, 'teacher.wav');
    speakTo(file, 'The teacher has seven students.');
    const port = await client.open('one', 'en');
    const sender = startSending(file, port);
    await until(() => heard('one').some(({ text }) => text.includes('teacher')), 60_000);
    sender.kill('SIGKILL');
    await until(() => said('one').includes('teacher'), 30_000);
  });

  it('leaves out those for whom no recogniser is free, and says so', async () => {
    start(1);
    const file = join(folder, 'long.wav');
    speakTo(file, 'The teacher has seven students, and the students have one teacher.');
    const ports = [await client.open('one', 'en'), await client.open('two', 'en')];
    await Promise.all(ports.map((port) => send(file, port)));
    await until(() => told.some(({ type }) => type === 'left-out'), 30_000);
    await until(() => ['one', 'two'].some((track) => said(track).includes('teacher')), 60_000);
  });

  it('says what is missing, and takes packets that are none', async () => {
    start();
    await expect(client.open('one', 'fr')).rejects.toThrow('No speech model for live captions in French is installed.');
    expect(client.tracks).toBe(0);
  });

  it('tells that the process died, and starts another', async () => {
    start();
    await client.open('one', 'en');
    const first = client.pid!;
    let lost = 0;
    client.on('lost', () => lost++);
    process.kill(first, 'SIGKILL');
    await until(() => lost === 1);
    expect(client.tracks).toBe(0);
    await client.open('one', 'en');
    expect(client.pid).not.toBe(first);
    client.closeTrack('one');
    expect(client.tracks).toBe(0);
  });
});
