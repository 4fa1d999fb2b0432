import type { VideoCodec } from '@lectern/contracts';
import { codecFor } from './codec.policy';

const device = (...names: string[]) => ({
  codecs: names.map((name) => ({ mimeType: name, kind: 'video' as const, clockRate: 90_000 })),
});

describe('the codec of a room', () => {
  it.each<[VideoCodec, string[], VideoCodec]>([
    ['vp9', ['video/VP8', 'video/VP9'], 'vp9'],
    ['vp9', ['video/VP8', 'video/H264'], 'vp8'],
    ['av1', ['video/VP8', 'video/VP9', 'video/AV1'], 'av1'],
    ['av1', ['video/VP8', 'video/VP9'], 'vp8'],
    ['vp9', ['audio/opus'], 'vp9'],
    ['vp9', [], 'vp9'],
    ['vp8', ['video/VP9'], 'vp8'],
    ['vp8', ['video/VP8', 'video/VP9'], 'vp8'],
  ])('was %s; for a device with %j it is %s', (current, names, next) => {
    expect(codecFor(current, device(...names))).toBe(next);
  });
});
