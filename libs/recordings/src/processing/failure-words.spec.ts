import { wrongState } from '@lectern/kernel';
import { runFfmpeg } from '../composition/ffmpeg';
import { failureOf } from './failure-words';

describe('failureOf', () => {
  it.each([
    [
      'av_interleaved_write_frame(): No space left on device',
      'The video could not be composed. The disk is full. Free some space, then try again.',
    ],
    [
      'ffmpeg failed (SIGKILL): it gave no reason',
      'The video could not be composed. The machine ran out of memory. Try again when it has less to do.',
    ],
    [
      "EACCES: permission denied, open '/data/x'",
      'The video could not be composed. The server may not write its files. Tell the operator.',
    ],
    ['something new', 'The video could not be composed. Try again; if it fails again, tell the operator.'],
  ])('%s', (words, failure) => {
    expect(failureOf('compose', new Error(words))).toEqual({ failure, detail: words });
  });

  it('keeps a sentence of ours', () => {
    expect(failureOf('tracks', wrongState('Nothing was recorded.'))).toEqual({
      failure: 'Nothing was recorded.',
      detail: null,
    });
  });

  it('knows the real words of ffmpeg, and those of one that is not there', async () => {
    const failed = (args: string[], ffmpegPath = 'ffmpeg') =>
      runFfmpeg({ args, ffmpegPath }).then(
        () => null,
        (error: unknown) => failureOf('thumbnail', error).failure,
      );
    expect(await failed(['-i', '/nowhere.mp4', '-f', 'null', '-'])).toBe(
      'The picture for the library could not be made. A file that it needs is there no more.',
    );
    expect(await failed(['-f', 'mp4', '-i', __filename, '-f', 'null', '-'])).toBe(
      'The picture for the library could not be made. A file that it needs is damaged.',
    );
    expect(await failed([], '/nowhere/ffmpeg')).toBe(
      'The picture for the library could not be made. The program that makes videos (ffmpeg) does not start. Tell the operator.',
    );
  });
});
