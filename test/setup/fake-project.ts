import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const repository = resolve(__dirname, '../..');

export interface Outcome {
  code: number | null;
  output: string;
}

/** What set-up answers when it has done something; a failing test then shows the output. */
export const FINISHED = { code: 0, output: expect.stringContaining('Set-up: ready\n') as unknown };

/** Programs of the system that set-up looks for. */
const media = ['ffmpeg', 'ffprobe', 'pdfinfo', 'pdftoppm', 'pdftotext', 'prlimit'];
const system = ['redis-server', ...media, 'g++', 'make', 'python3', 'flatc'];

/**
 * A checkout with our tools and nothing else of ours, on a system that has only the commands that a test gives it.
 * Packages and compilers are stand-ins, so that a whole set-up takes a fraction of a second and touches no network.
 */
export class FakeProject {
  readonly root: string;
  readonly bin: string;
  readonly cache: string;
  private readonly calls: string;

  constructor(
    readonly base = mkdtempSync(join(tmpdir(), 'lectern-setup-')),
    name = 'clone',
  ) {
    chmodSync(base, 0o777);
    this.root = join(base, name);
    this.bin = join(base, 'bin');
    this.cache = join(base, 'cache');
    this.calls = join(base, 'calls');
    cpSync(join(repository, 'tools'), join(this.root, 'tools'), { recursive: true });
    this.write('package.json', '{"name":"fake"}');
    this.write('package-lock.json', '{}');
    if (!existsSync(this.bin)) this.equip();
  }

  /** Another clone of the same user on the same machine. */
  clone(): FakeProject {
    return new FakeProject(this.base, `clone-${Date.now()}`);
  }

  dispose(): void {
    rmSync(this.base, { recursive: true, force: true });
  }

  write(path: string, content: string): void {
    const full = join(this.root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }

  /** Puts a command on PATH: a shell script that notes its call first. */
  command(name: string, script = ''): void {
    const path = join(this.bin, name);
    writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> "${this.calls}"\n${script}\n`);
    chmodSync(path, 0o755);
  }

  without(...names: string[]): void {
    for (const name of names) rmSync(join(this.bin, name), { force: true });
  }

  /** The commands called since the last time this was asked, one a line. */
  takeCalls(): string {
    const text = existsSync(this.calls) ? readFileSync(this.calls, 'utf8') : '';
    rmSync(this.calls, { force: true });
    return text;
  }

  async run(
    args: string[],
    env: Record<string, string> = {},
    uid?: number,
    onStarted?: (child: ChildProcess) => void,
  ): Promise<Outcome> {
    const child = spawn(process.execPath, args, {
      cwd: this.root,
      uid,
      env: { PATH: this.bin, XDG_CACHE_HOME: this.cache, LECTERN_MODELS: '/nowhere', BASE: this.base, ...env },
    });
    onStarted?.(child);
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    const code = await new Promise<number | null>((settle) => child.on('close', settle));
    return { code, output };
  }

  setUp(env: Record<string, string> = {}, uid?: number, onStarted?: (child: ChildProcess) => void): Promise<Outcome> {
    return this.run(['tools/setup.mjs'], env, uid, onStarted);
  }

  private equip(): void {
    mkdirSync(this.bin);
    chmodSync(this.bin, 0o777);
    symlinkSync(process.execPath, join(this.bin, 'node'));
    for (const name of ['env', 'mkdir', 'cp', 'rm', 'chmod', 'tar'])
      symlinkSync(`/usr/bin/${name}`, join(this.bin, name));
    for (const name of system) this.command(name);
    for (const name of ['cmake', 'pkg-config']) this.command(name);
    this.command('ninja', 'mkdir -p "$2"; printf "#!/bin/sh\\nexit 41\\n" > "$2/mediasoup-worker"');
    this.command('npm', 'case "$1" in ci) rm -rf node_modules; cp -r "$BASE/packages" node_modules;; *) exit 1;; esac');
    this.packages();
  }

  /** What the stand-in for "npm ci" installs. The two native packages can be downloaded by nobody. */
  private packages(): void {
    const files: Record<string, string> = {
      'packages/mediasoup/package.json': '{"version":"3.0.0","repository":{"url":"http://127.0.0.1:9/"}}',
      'packages/mediasoup/npm-scripts.mjs': 'process.exit(1);',
      'packages/better-sqlite3/package.json': '{"version":"12.0.0","main":"index.js"}',
      'packages/better-sqlite3/index.js': `
        const addon = require('node:fs').readFileSync(__dirname + '/build/Release/better_sqlite3.node', 'utf8');
        if (addon !== 'good') throw new Error('not an addon');
        module.exports = class { prepare() { return { get() {} }; } };`,
      'packages/prebuild-install/bin.js': 'process.exit(1);',
      'bin/node_modules/node-gyp/bin/node-gyp.js': `
        const fs = require('node:fs');
        fs.appendFileSync(process.env.BASE + '/calls', 'node-gyp\\n');
        fs.mkdirSync('build/Release', { recursive: true });
        fs.writeFileSync('build/Release/better_sqlite3.node', 'good');`,
    };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.base, path)), { recursive: true });
      writeFileSync(join(this.base, path), content);
    }
  }
}
