import { DOMParser } from '@xmldom/xmldom';
import { resourceRow } from '../../testing/row';
import type { ResourceQuestionRow } from '../resource.entities';
import { madeFile } from './made-files';

const question = (change: Partial<ResourceQuestionRow>): ResourceQuestionRow => ({
  id: 'q',
  resourceId: 'r',
  position: 0,
  text: 'Does it <b>work</b>?',
  author: 'Sok "Dara"',
  votes: 3,
  at: 3754.2,
  answers: [{ author: 'Pia', text: 'Yes, &\nalways.' }],
  ...change,
});
const rows = [question({}), question({ text: '=1+1', author: null, at: null, answers: [] })];
const row = resourceRow({ chapters: [{ at: 0, title: 'Start', kind: 'start' }] });
const made = (name: string) => madeFile(row, name, 'https://learn.example.org')?.(rows).text;

describe('files made of chapters and questions', () => {
  it('has the chapters as WebVTT, where there are any', () => {
    expect(made('chapters.vtt')).toContain('00:00:00.000 --> 01:02:34.200\nStart');
    expect(madeFile(resourceRow(), 'chapters.vtt', '')).toBeNull();
    expect(made('captions.en.vtt')).toBeUndefined();
  });

  it('has the questions as a table, in which nothing is a formula', () => {
    const lines = made('questions.csv')!.split('\r\n');
    expect(lines[1]).toBe(`"1:02:34",3754,"Does it <b>work</b>?","Sok ""Dara""",3,"Pia: Yes, &\nalways."`);
    expect(lines[2]).toBe(`,,"'=1+1",,3,""`);
  });

  it('has them for programs', () => {
    const { url, questions } = JSON.parse(made('questions.json')!) as { url: string; questions: object[] };
    expect(url).toBe(`https://learn.example.org/library/${row.id}`);
    expect(questions).toHaveLength(2);
    expect(questions[0]).toEqual({
      text: 'Does it <b>work</b>?',
      author: 'Sok "Dara"',
      votes: 3,
      second: 3754.2,
      answers: [{ author: 'Pia', text: 'Yes, &\nalways.' }],
    });
  });

  it('has them as a page in which what people wrote stays text', () => {
    const page = made('questions.html')!;
    expect(page).toContain(`<a href="https://learn.example.org/library/${row.id}?t=3754">1:02:34</a>`);
    const document = new DOMParser().parseFromString(page.replace('<!doctype html>', ''), 'text/xml');
    expect([...document.getElementsByTagName('h2')].map((h) => h.textContent)).toEqual(rows.map(({ text }) => text));
    expect(document.getElementsByTagName('b')).toHaveLength(0);
  });
});
