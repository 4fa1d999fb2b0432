import { resourceRow } from '../../testing/row';
import { isOffered, outputsOf } from './output-files';

const file = (name: string, bytes = 1) => ({ name, bytes });
const files = ['thumbnails.vtt', 'sprites-0.jpg', 'audio.m4a', 'slides.pdf', 'video.webm'].map((name) => file(name, 7));

describe('the files of a resource', () => {
  it.each([
    ['audio.m4a', false, false, true],
    ['sprites-0.jpg', false, false, true],
    ['slides.pdf', false, false, false],
    ['slides.pdf', true, false, true],
    ['slides.pdf', false, true, true],
    ['grid.mp4', true, true, false],
    ['manifest.json', true, true, false],
  ])('%s, slides offered: %s, to an editor: %s → %s', (name, offersSlides, mayEdit, offered) =>
    expect(isOffered({ files, offersSlides }, name, mayEdit)).toBe(offered),
  );

  it('are told with their sizes; of an older recording the video alone', () => {
    const row = resourceRow({ files, chapters: [{ at: 0, title: 'Start', kind: 'start' }] });
    const outputs = outputsOf(row, 2, false);
    expect(outputs.media.map(({ format, bytes }) => [format, bytes])).toEqual([
      ['mp4', null],
      ['webm', 7],
      ['audio', 7],
    ]);
    expect(outputs).toMatchObject({ thumbnailsUrl: expect.stringMatching(/thumbnails.vtt$/) as unknown });
    expect(outputs.questionFiles?.csv).toBe(`/api/resources/${row.id}/files/questions.csv`);
    const inFrench = { name: 'audio.fr.m4a', bytes: 9 };
    const interpreted = outputsOf(resourceRow({ files: [...files, inFrench], channels: ['fr'] }), 0, false);
    const url = `/api/resources/${row.id}/files/audio.fr.m4a`;
    expect(interpreted.channels).toEqual([{ language: 'fr', url, bytes: 9 }]);
    expect(isOffered({ files: [inFrench], offersSlides: false }, 'audio.fr.m4a', false)).toBe(true);
    const bare = outputsOf(resourceRow(), 0, false);
    expect(bare).toMatchObject({ channels: [], chaptersUrl: null, thumbnailsUrl: null, questionFiles: null });
    expect(bare.media.map(({ format }) => format)).toEqual(['mp4']);
    expect(outputsOf(resourceRow({ kind: 'document' }), 0, true).media).toEqual([]);
  });
});
