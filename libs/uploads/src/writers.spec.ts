import { PassThrough } from 'node:stream';
import { Writers } from './writers';

/** Reads to the end, or to the cut. */
async function read(source: PassThrough): Promise<string> {
  let text = '';
  try {
    for await (const chunk of source) text += String(chunk);
  } catch {
    return `${text} (cut)`;
  }
  return text;
}

describe('Writers', () => {
  it('ends a writer before the next one begins', async () => {
    const writers = new Writers();
    const [first, second] = [new PassThrough(), new PassThrough()];
    const one = writers.run('a', first, () => read(first));
    first.write('half');
    await new Promise((done) => setImmediate(done));
    const two = writers.run('a', second, () => read(second));
    expect(await one).toBe('half (cut)');
    second.end('whole');
    expect(await two).toBe('whole');
    await writers.end('a');
  });

  it('lets others write to other files, and survives a writer that fails', async () => {
    const writers = new Writers();
    const source = new PassThrough();
    const open = writers.run('a', source, () => read(source));
    await expect(writers.run('b', new PassThrough(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await writers.end('b');
    source.end('done');
    expect(await open).toBe('done');
  });
});
