import { plainText, srt, webvtt } from './captions';

const cues = [
  { start: 0.5, end: 2, speaker: 'Ada <ada@x> & co', text: 'One --> two\n\nthree & four' },
  { start: 3661.0004, end: 3662.9996, speaker: 'Grace\nHopper', text: 'Five' },
];

describe('captions', () => {
  it('are WebVTT with names, and nothing in them can break out', () => {
    expect(webvtt(cues, 'en')).toBe(
      [
        'WEBVTT',
        '',
        'NOTE language: en',
        '',
        '00:00:00.500 --> 00:00:02.000',
        '<v Ada &lt;ada@x&gt; &amp; co>One --&gt; two',
        'three &amp; four',
        '',
        '01:01:01.000 --> 01:01:03.000',
        '<v Grace Hopper>Five',
        '',
      ].join('\n'),
    );
  });

  it('are SubRip', () => {
    expect(srt(cues.slice(1))).toBe('1\n01:01:01,000 --> 01:01:03,000\nGrace Hopper: Five\n');
  });

  it('are text to read', () => {
    const more = [...cues, { start: 3700, end: 3701, speaker: 'Grace\nHopper', text: 'Six' }];
    expect(plainText(more)).toBe('Ada <ada@x> & co: One --> two three & four\n\nGrace Hopper: Five Six\n');
  });
});
