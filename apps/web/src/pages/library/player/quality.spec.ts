import { playlistOf } from './quality';

describe('playlistOf', () => {
  it.each([
    ['auto', '/api/resources/1/files/hls.m3u8'],
    ['low', '/api/resources/1/files/hls-low.m3u8'],
    ['sound', '/api/resources/1/files/hls-sound.m3u8'],
  ] as const)('%s', (quality, url) => expect(playlistOf('/api/resources/1/files/hls.m3u8', quality)).toBe(url));
});
