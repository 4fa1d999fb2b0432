import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readModelFolder } from '../../libs/speech/src/models/model-folder';
import { until } from '../support/until';
import { verifyModel } from '../../libs/speech/src/models/checksums';

jest.setTimeout(60_000);

const tool = resolve(__dirname, '../../tools/models.mjs');
const roles = { encoder: 'encoder.onnx', decoder: 'decoder.onnx', tokens: 'tokens.txt' };

/** The tool that brings speech models, against a server on this machine. */
describe('npm run models', () => {
  let base: string;
  let models: string;
  let server: Server;
  let archive: Buffer;
  /** Answers of the server before the normal ones. */
  let first: ((request: IncomingMessage, response: ServerResponse) => void)[];
  let asked: (string | undefined)[];

  beforeEach(async () => {
    base = mkdtempSync(join(tmpdir(), 'lectern-fetch-'));
    models = join(base, 'models');
    archive = pack();
    [first, asked] = [[], []];
    server = createServer((request, response) => {
      asked.push(request.headers.range);
      (first.shift() ?? whole)(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
    rmSync(base, { recursive: true });
  });

  /** An archive as they are published: a folder with the model, examples and a larger variant. */
  function pack(): Buffer {
    const top = join(base, 'sherpa-onnx-test');
    mkdirSync(join(top, 'test_wavs'), { recursive: true });
    const files = { 'encoder.onnx': 'e'.repeat(300_000), 'decoder.onnx': 'dd', 'tokens.txt': 'a 0', 'large.onnx': 'x' };
    for (const [name, text] of Object.entries({ ...files, 'test_wavs/0.wav': 'wav', LICENSE: 'MIT' }))
      writeFileSync(join(top, name), text);
    execFileSync('tar', ['-cjf', join(base, 'model.tar.bz2'), '-C', base, 'sherpa-onnx-test']);
    const vosk = join(base, 'vosk-model-small');
    mkdirSync(join(vosk, 'am'), { recursive: true });
    writeFileSync(join(vosk, 'am/final.mdl'), 'acoustic');
    execFileSync('tar', ['-cf', join(base, 'vosk.tar'), '-C', base, 'vosk-model-small']);
    return readFileSync(join(base, 'model.tar.bz2'));
  }

  function whole({ url, headers }: IncomingMessage, response: ServerResponse): void {
    if (url === '/vosk.tar') return void response.end(readFileSync(join(base, 'vosk.tar')));
    if (url !== '/model.tar.bz2') return void response.writeHead(404).end();
    const from = headers['if-range'] === '"v1"' ? Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0) : 0;
    const rest = archive.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { etag: '"v1"', 'content-length': rest.length });
    response.end(rest);
  }

  const written = (bytes: number) =>
    existsSync(models) &&
    readdirSync(models, { recursive: true }).some((name) => statSync(join(models, String(name))).size === bytes);

  /** Sends the beginning, and cuts the line when that is written: what is on its way goes with the line. */
  const cut = (bytes: number) => (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { etag: '"v1"', 'content-length': archive.length });
    response.write(archive.subarray(0, bytes));
    void until(() => written(bytes)).then(() => response.socket?.destroy());
  };

  const entry = (change: object = {}) => {
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${port}/model.tar.bz2`;
    return { kind: 'whisper', url, megabytes: 1, languages: ['fr', 'sw'], punctuates: true, roles, ...change };
  };

  async function run(args: string[], catalogue: object = { small: entry() }) {
    const file = join(base, 'catalogue.json');
    writeFileSync(file, JSON.stringify(catalogue));
    const child = spawn(process.execPath, [tool, ...args, '--catalogue', file], {
      env: { PATH: process.env.PATH, LECTERN_MODELS: models },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  }

  it('lists what there is, fetches one, and verifies it', async () => {
    expect((await run(['list'])).output).toMatch(/^small +whisper 1 MB +fr sw; capitals, punctuation$/m);
    const fetched = await run(['fetch', 'small']);
    expect(fetched).toMatchObject({ code: 0 });
    expect(fetched.output).toContain('that of this download is recorded');
    expect(readdirSync(models)).toEqual(['small']);
    expect(readdirSync(join(models, 'small')).sort()).toEqual(
      ['LICENSE', 'decoder.onnx', 'encoder.onnx', 'manifest.json', 'tokens.txt'].sort(),
    );
    expect((await run(['list'])).output).toMatch(/^small .*installed/m);
    expect((await run(['fetch', 'small'])).output).toContain('there already');
    expect(await run(['verify'])).toEqual({ code: 0, output: 'small: whole\n' });
  });

  it('writes a manifest that the speech lib takes', async () => {
    const vosk = { ...entry({ kind: 'vosk', roles: {} }), url: entry().url.replace('model.tar.bz2', 'vosk.tar') };
    await run(['fetch', 'small']);
    await run(['fetch', 'vosk-sw'], { 'vosk-sw': vosk });
    const { models: found, problems } = readModelFolder(models);
    expect(problems).toEqual([]);
    expect(found.map(({ manifest }) => [manifest.name, manifest.kind])).toEqual([
      ['small', 'whisper'],
      ['vosk-sw', 'vosk'],
    ]);
    for (const model of found) await verifyModel(model);
    expect(Object.keys(found[1]!.manifest.files)).toEqual(['am/final.mdl']);
  });

  it('goes on where a line was cut, also in another run', async () => {
    first = [cut(100), (_, response) => void response.socket?.destroy()];
    expect(await run(['fetch', 'small'])).toMatchObject({ code: 0 });
    expect(asked).toEqual([undefined, 'bytes=100-', 'bytes=100-']);
    rmSync(models, { recursive: true });
    const gone = { ...entry(), url: entry().url.replace('model', 'gone') };
    expect((await run(['fetch', 'small'], { small: gone })).output).toContain('answers 404');
  });

  it('refuses what is not the known file, and leaves nothing that looks whole', async () => {
    const wrong = await run(['fetch', 'small'], { small: entry({ sha256: 'f'.repeat(64) }) });
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain(`its checksum is ${createHash('sha256').update(archive).digest('hex')}`);
    expect(existsSync(join(models, 'small'))).toBe(false);
    const other = await run(['fetch', 'small'], { small: entry({ roles: { model: 'model.onnx' } }) });
    expect(other.output).toContain('The archive holds no model.onnx');
    expect(readModelFolder(models)).toEqual({ models: [], problems: [] });
  });

  it('sees damage, says so, and mends it by fetching again', async () => {
    await run(['fetch', 'small']);
    writeFileSync(join(models, 'small/decoder.onnx'), 'DD');
    expect(await run(['verify'])).toEqual({
      code: 1,
      output: 'small: DAMAGED: the checksum of decoder.onnx differs.\n',
    });
    expect((await run(['fetch', 'small'])).output).toContain('is damaged');
    expect((await run(['verify'])).code).toBe(0);
  });

  it('names what it does not know', async () => {
    expect((await run(['fetch', 'large'])).output).toContain('There is no model "large"');
    expect((await run(['mend'])).output).toContain('There is no command "mend"');
    expect((await run(['verify'])).output).toContain('There are no models');
  });
});
