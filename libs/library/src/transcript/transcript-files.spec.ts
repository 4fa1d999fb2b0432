import { resourceRow } from '../../testing/row';
import type { CueRow } from '../resource.entities';
import { toCueRow } from './cue-row';
import { transcriptFile, wordsOf } from './transcript-files';

const row = resourceRow({ captions: ['en', 'fr'] });
const cue = (language: string | null, text: string, interpreted = false): CueRow =>
  toCueRow(row, { id: text, start: 1, end: 2, speaker: 'Ada', text, language, interpreted });
const cues = [cue('en', 'Good morning'), cue('pt-BR', 'Bonjour', true), cue('en', 'Thanks', true), cue('pt-BR', 'Oui')];
const made = (name: string, of = cues) => transcriptFile(name)?.(of)?.text;

describe('files made of the cues', () => {
  it.each([
    ['transcript.txt', 'Ada: Good morning Oui\n'],
    ['transcript.en.txt', 'Ada: Good morning Thanks\n'],
    ['transcript.pt-br.txt', 'Ada: Bonjour Oui\n'],
    [
      'captions.pt-br.srt',
      '1\n00:00:01,000 --> 00:00:02,000\nAda: Bonjour\n\n2\n00:00:01,000 --> 00:00:02,000\nAda: Oui\n',
    ],
    ['captions.fr.vtt', undefined],
    ['captions.constructor.vtt', undefined],
  ])('%s', (name, text) => expect(made(name)).toBe(text));

  it('does not look at the cues for files of other names', () => {
    for (const name of ['hls-low.m3u8', 'audio.en.m4a', 'captions.en.txt.mp4']) expect(transcriptFile(name)).toBeNull();
  });

  it('names them for each language in which something was said', () => {
    const { captions, transcriptUrl } = wordsOf(row, cues);
    expect(captions.map(({ language }) => language)).toEqual(['en', 'pt-BR']);
    expect(captions[1]!.text).toBe(`/api/resources/${row.id}/files/transcript.pt-br.txt`);
    expect(transcriptUrl).not.toBeNull();
    expect(
      wordsOf(
        row,
        cues.filter(({ interpreted }) => interpreted),
      ).transcriptUrl,
    ).toBeNull();
    expect(wordsOf(row, [])).toEqual({ captions: [], transcriptUrl: null });
  });

  it('leaves old captions in several languages as speech recognition wrote them', () => {
    const old = [cue(null, 'Hello')];
    expect(made('captions.en.vtt', old)).toBeUndefined();
    expect(wordsOf(row, old).captions.map(({ language, srt }) => [language, srt])).toEqual([
      ['en', null],
      ['fr', null],
    ]);
  });

  it('takes cues that do not say their language for the only one of the captions', () => {
    const { id, start, end, speaker, text } = cues[0]!;
    const said = { id, start, end, speaker, text };
    expect(toCueRow({ id: 'r', captions: ['km'] }, said)).toMatchObject({ language: 'km', interpreted: false });
    expect(toCueRow({ id: 'r', captions: [] }, said).language).toBeNull();
  });
});
