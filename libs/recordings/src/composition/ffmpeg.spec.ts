import { readFfmpeg, runFfmpeg } from './ffmpeg';

// Starting processes takes its time on a busy machine.
jest.setTimeout(30_000);

const tone = (seconds: number) => ['-f', 'lavfi', '-i', `sine=duration=${seconds}`];
const endless = ['-re', '-f', 'lavfi', '-i', 'anullsrc', '-f', 'null', '-'];

describe('runFfmpeg', () => {
  it('tells how far it is', async () => {
    const seen: number[] = [];
    await runFfmpeg({ args: [...tone(3), '-f', 'null', '-'], onProgress: (seconds) => seen.push(seconds) });
    expect(seen.at(-1)).toBeCloseTo(3, 0);
  });

  it('fails with the last words of ffmpeg', async () => {
    await expect(runFfmpeg({ args: ['-i', '/nowhere.mkv', 'x.mp4'] })).rejects.toThrow(
      /^ffmpeg failed \(code \d+\): .*No such file/s,
    );
  });

  it('says when ffmpeg is not there', async () => {
    const run = runFfmpeg({ ffmpegPath: '/nowhere/ffmpeg', args: [] });
    await expect(run).rejects.toThrow('ffmpeg is not installed, or not where it should be (/nowhere/ffmpeg).');
  });

  it('is killed when it is told to stop', async () => {
    const abort = new AbortController();
    const run = runFfmpeg({ args: endless, signal: abort.signal });
    const reason = new Error('cancelled');
    setTimeout(() => abort.abort(reason), 100);
    await expect(run).rejects.toBe(reason);
    await expect(runFfmpeg({ args: endless, signal: abort.signal })).rejects.toBe(reason);
  });
});

describe('readFfmpeg', () => {
  it('gives the output as it comes', async () => {
    let bytes = 0;
    for await (const chunk of readFfmpeg({ args: [...tone(2), '-ar', '16000', '-f', 's16le', 'pipe:1'] }))
      bytes += chunk.length;
    expect(bytes).toBe(2 * 16_000 * 2);
  });

  it('ends ffmpeg when the reader has enough', async () => {
    const args = ['-f', 'lavfi', '-i', 'anullsrc', '-f', 's16le', 'pipe:1'];
    for await (const chunk of readFfmpeg({ args })) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });

  it('fails after the output when ffmpeg did', async () => {
    const read = readFfmpeg({ args: ['-i', '/nowhere.mkv', '-f', 's16le', 'pipe:1'] });
    await expect(read.next()).rejects.toThrow('No such file');
  });
});
