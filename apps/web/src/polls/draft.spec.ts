import { bodyOf, draftOf, emptyDraft, faultOf, type PollDraft, withRoom } from './draft';

const draft = (over: Partial<PollDraft>): PollDraft => ({ ...emptyDraft, question: 'Tea?', ...over });
const options = (...texts: string[]) => texts.map((text) => ({ text, right: text.endsWith('!') }));

describe('a poll being written', () => {
  it.each([
    [{ question: ' ' }, 'question'],
    [{ options: options('Yes', ' ') }, 'options'],
    [{ options: options('Yes', 'Yes ') }, 'same'],
    [{ options: options('Yes', 'No') }, null],
    [{ kind: 'quiz', options: options('Yes', 'No') }, 'right'],
    [{ kind: 'quiz', options: options('Yes', 'No!') }, null],
    [{ kind: 'rating' }, null],
    [{ kind: 'words' }, null],
  ] as const)('%j lacks %s', (over, fault) => {
    expect(faultOf(draft(over as Partial<PollDraft>))).toBe(fault);
  });

  it('is sent without empty lines, and with the places of what is right', () => {
    expect(bodyOf(draft({ kind: 'quiz', options: options('', ' a', 'b!') }))).toMatchObject({
      options: ['a', 'b!'],
      correct: [1],
    });
    expect(bodyOf(draft({ kind: 'rating', options: options('a', 'b!') }))).toMatchObject({ options: [], correct: [] });
  });

  it('has a line left to write in, up to the most', () => {
    expect(withRoom(options('a', 'b'))).toHaveLength(3);
    expect(withRoom(options('a', ''))).toHaveLength(2);
    expect(withRoom(options(...Array.from({ length: 12 }, String)))).toHaveLength(12);
  });

  it('comes back as it was', () => {
    const body = bodyOf(draft({ kind: 'quiz', options: options('a', 'b!') }));
    const poll = {
      ...body,
      id: 'p',
      seq: 1,
      most: 1,
      state: 'draft',
      voters: 0,
      tally: [],
      openedAt: null,
      closedAt: null,
    };
    expect(bodyOf(draftOf(poll as Parameters<typeof draftOf>[0]))).toEqual(body);
  });
});
