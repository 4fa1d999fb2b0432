import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Limits, runLimited } from './limited';

// Starting processes takes its time on a busy machine.
jest.setTimeout(60_000);

const MB = 1024 * 1024;
const wide: Limits = { memory: 2_000 * MB, cpuSeconds: 60, seconds: 50, fileSize: 100 * MB };

describe('a program that reads foreign files', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'lectern-limited-'));
  });

  const sh = (command: string, limits: Partial<Limits> = {}, signal?: AbortSignal) =>
    runLimited({ program: 'sh', args: ['-c', command], cwd, limits: { ...wide, ...limits }, signal });

  it('gives what it prints, and each line of it', async () => {
    expect(await sh('echo a; echo b')).toBe('a\nb\n');
    const lines: string[] = [];
    const onLine = (line: string) => void lines.push(line);
    await runLimited({ program: 'printf', args: ['1\n2\n'], cwd, limits: wide, onLine });
    expect(lines).toEqual(['1', '2']);
  });

  it('knows nothing of our environment', async () => {
    expect(await sh('env')).not.toMatch(/LECTERN|NODE|npm_/);
  });

  it('fails with its own last words', async () => {
    await expect(sh('echo no such thing >&2; exit 3')).rejects.toThrow('sh ended with code 3: no such thing');
    await expect(runLimited({ program: 'no-such-program', args: [], cwd, limits: wide })).rejects.toThrow('no-such');
  });

  it('ends when it takes too long', async () => {
    await expect(sh('exec sleep 600', { seconds: 0.2 })).rejects.toThrow('took too long');
  });

  it('ends when it uses too much processor time', async () => {
    await expect(sh('while :; do :; done', { cpuSeconds: 1 })).rejects.toThrow(/SIG(XCPU|KILL)/);
  });

  it('gets no more memory than it may have', async () => {
    await expect(sh('dd if=/dev/zero of=/dev/null bs=800M count=1', { memory: 200 * MB })).rejects.toThrow('memory');
    await sh('dd if=/dev/zero of=/dev/null bs=100M count=1', { memory: 200 * MB });
  });

  it('writes no larger file than it may', async () => {
    await expect(sh('head -c 50000000 /dev/zero > big', { fileSize: MB })).rejects.toThrow(/SIGXFSZ|File size limit/);
    expect((await stat(join(cwd, 'big'))).size).toBe(MB);
  });

  it('ends when the job is stopped', async () => {
    const stop = new AbortController();
    const run = sh('echo $$; exec sleep 600', {}, stop.signal);
    stop.abort(new Error('the worker ends'));
    await expect(run).rejects.toThrow('the worker ends');
    await expect(sh('true', {}, stop.signal)).rejects.toThrow('the worker ends');
  });
});
