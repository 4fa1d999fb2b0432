import type { ExportedPoll } from '@lectern/contracts';
import { pollsCsv } from './export.view';

const poll = (over: Partial<ExportedPoll>): ExportedPoll => ({
  id: 'p',
  kind: 'quiz',
  question: 'What is 1 + 1?',
  options: ['=2', '3'],
  correct: [0],
  anonymous: false,
  state: 'closed',
  voters: 3,
  openedAt: '2026-11-22T10:00:00.000Z',
  closedAt: null,
  tally: [{ pick: '0', label: '=2', votes: 2 }],
  votes: [
    { name: 'Ada', answers: ['=2'], votedAt: '' },
    { name: '@Bo', answers: ['=2'], votedAt: '' },
  ],
  ...over,
});

const lines = (one: ExportedPoll) => pollsCsv([one]).split('\r\n').slice(1, -1);

describe('polls as CSV', () => {
  it('have a line for each answer, and nothing that a spreadsheet would run', () => {
    expect(lines(poll({}))).toEqual([
      `"What is 1 + 1?","quiz","closed","2026-11-22T10:00:00.000Z",,3,"'=2",2,66.7,true,"Ada; @Bo","p"`,
      `"What is 1 + 1?","quiz","closed","2026-11-22T10:00:00.000Z",,3,"3",0,0,false,"","p"`,
    ]);
  });

  it('name nobody where the poll is anonymous', () => {
    expect(pollsCsv([poll({ anonymous: true, votes: [] })])).not.toContain('Ada');
  });

  it('list the words of a cloud', () => {
    const words = poll({
      kind: 'words',
      options: [],
      correct: [],
      tally: [{ pick: 'water', label: 'Water', votes: 3 }],
    });
    expect(lines(words)[0]).toContain('"Water",3,100,,');
  });
});
