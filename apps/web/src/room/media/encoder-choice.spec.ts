import type { VideoCodec } from '@lectern/contracts';
import { mayEncode } from './encoder-choice';

describe('in what a camera is sent', () => {
  const [yes, no] = [true, false];

  it.each<[VideoCodec, boolean, boolean, boolean, number, boolean, boolean]>([
    // codec, supported, smooth, in hardware, cores, mobile → may
    ['vp9', yes, no, no, 2, yes, yes],
    ['vp9', no, yes, yes, 16, no, no],
    ['av1', no, yes, yes, 16, no, no],
    ['av1', yes, yes, no, 8, no, yes],
    ['av1', yes, yes, no, 4, no, no],
    ['av1', yes, yes, no, 8, yes, no],
    ['av1', yes, yes, yes, 4, no, yes],
    ['av1', yes, yes, yes, 8, yes, yes],
    ['av1', yes, no, yes, 16, no, no],
  ])(
    '%s: supported %s, smooth %s, in hardware %s, %i cores, mobile %s → %s',
    (codec, supported, smooth, powerEfficient, cores, mobile, may) => {
      expect(mayEncode(codec, { supported, smooth, powerEfficient }, { cores, mobile })).toBe(may);
    },
  );
});
