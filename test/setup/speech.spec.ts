import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FINISHED, FakeProject } from './fake-project';

jest.setTimeout(60_000);

const onSupported = process.platform === 'linux' && process.arch === 'x64' ? describe : describe.skip;

onSupported('set-up and speech recognition', () => {
  let project: FakeProject;
  const withoutModels = { LECTERN_MODELS: '' };
  beforeEach(() => {
    project = new FakeProject();
  });
  afterEach(() => project.dispose());

  const native = () =>
    JSON.parse(readFileSync(join(project.root, 'node_modules/.lectern/native.json'), 'utf8')) as Record<string, string>;
  const packs = () => project.takeCalls().match(/^npm pack/gm)?.length ?? 0;

  it('goes on without it when the download fails, and tries again the next day', async () => {
    const first = await project.setUp(withoutModels);
    expect(first).toEqual(FINISHED);
    expect(first.output).toContain('Transcripts and live captions are off');
    expect(native()).toMatchObject({ voskLibrary: null, voskModel: null });
    expect(packs()).toBe(1);

    expect(await project.setUp(withoutModels)).toMatchObject({ output: 'Set-up: everything is in place\n' });
    expect(packs()).toBe(0);

    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(join(project.root, 'node_modules/.lectern/speech-failed'), yesterday, yesterday);
    await project.setUp(withoutModels);
    expect(packs()).toBe(1);
  });

  it('refuses a file that is not the one that was tested', async () => {
    const ci = 'ci) rm -rf node_modules; cp -r "$BASE/packages" node_modules;;';
    project.command('npm', `case "$1" in ${ci} pack) echo something else > package.tgz;; esac`);
    const outcome = await project.setUp(withoutModels);
    expect(outcome).toEqual(FINISHED);
    expect(outcome.output).toContain('its checksum differs');
    expect(packs()).toBe(2);
  });

  it('sees that a file in the cache was cut short', async () => {
    const entry = join(project.cache, 'lectern/vosk-0.3.39-en-us-2');
    mkdirSync(join(entry, 'model'), { recursive: true });
    writeFileSync(join(entry, 'libvosk.so'), 'library');
    writeFileSync(join(entry, 'manifest.json'), JSON.stringify({ 'libvosk.so': 7 }));
    await project.setUp(withoutModels);
    expect(native().voskModel).toBe(join(entry, 'model'));
    expect(packs()).toBe(0);

    writeFileSync(join(entry, 'libvosk.so'), 'libr');
    await project.setUp(withoutModels);
    expect(packs()).toBe(1);
    expect(native().voskLibrary).toBeNull();
  });

  it('fetches nothing where a folder of models is configured', async () => {
    await project.setUp({ LECTERN_MODELS: '/srv/models' });
    expect(packs()).toBe(0);
  });
});
