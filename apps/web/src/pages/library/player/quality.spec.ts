import { resourceFiles } from '@lectern/contracts';
import { playlistOf } from './quality';

const files = '/api/resources/1/files';
const playlist = (...[quality, sound]: [Parameters<typeof playlistOf>[1], Parameters<typeof playlistOf>[2]]) =>
  playlistOf(`${files}/hls.m3u8`, quality, sound);

describe('playlistOf', () => {
  it.each([
    ['auto', 'hls.m3u8'],
    ['low', 'hls-low.m3u8'],
    ['sound', 'hls-sound.m3u8'],
  ] as const)('%s', (quality, name) =>
    expect(playlist(quality, { isApart: false, language: null })).toBe(`${files}/${name}`),
  );

  it.each([
    ['auto', 'fr', resourceFiles.playlist],
    ['middle', null, resourceFiles.qualityList('middle')],
    ['middle', 'fr', resourceFiles.qualityList('middle')],
    ['sound', null, resourceFiles.renditionList('sound')],
    ['sound', 'pt-BR', resourceFiles.renditionList(resourceFiles.channelSound('pt-BR'))],
  ] as const)('%s with interpreters, in %s', (quality, language, name) =>
    expect(playlist(quality, { isApart: true, language })).toBe(`${files}/${name}`),
  );
});
