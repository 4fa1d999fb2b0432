import type { EditableCue } from '@lectern/contracts';
import { draftOf, edit, flawOf, insertAfter, merge, pendingOf, rebase, remove, saved, split } from './draft';

const cue = (id: string, start: number, text: string, speaker = 'Ada'): EditableCue => ({
  id,
  start,
  end: start + 4,
  speaker,
  text,
});
const fresh = () =>
  draftOf({ revision: 3, cues: [cue('a', 0, 'one two'), cue('b', 10, 'three'), cue('c', 20, 'four', 'Bo')] });
const texts = (draft: { cues: readonly EditableCue[] }) => draft.cues.map(({ text }) => text);

describe('a transcript under correction', () => {
  it('has nothing to save at first', () => {
    expect(pendingOf(fresh())).toBeNull();
  });

  it('saves what was edited', () => {
    const draft = edit(edit(fresh(), 'b', { text: 'tree' }), 'b', { speaker: 'Cy' });
    expect(pendingOf(draft)).toEqual({ changed: [{ ...cue('b', 10, 'tree'), speaker: 'Cy' }], removed: [] });
  });

  it('keeps the order of time', () => {
    expect(texts(edit(fresh(), 'a', { start: 15, end: 16 }))).toEqual(['three', 'one two', 'four']);
  });

  it.each([
    ['by the text', 99, 2],
    ['where the video stands', 1.25, 1.25],
  ])('splits %s', (_, second, time) => {
    const draft = split(fresh(), 'a', 3, second, 'new');
    expect(draft.cues.slice(0, 2)).toEqual([
      { ...cue('a', 0, 'one'), end: time },
      { ...cue('new', time, 'two'), end: 4 },
    ]);
    expect([...draft.changed]).toEqual(['a', 'new']);
  });

  it.each([0, 7])('does not split off nothing (at %d)', (at) => {
    const draft = fresh();
    expect(split(draft, 'a', at, 1, 'new')).toBe(draft);
  });

  it('merges with the next, and only where there is one', () => {
    const draft = merge(fresh(), 'a');
    expect(draft.cues[0]).toEqual({ ...cue('a', 0, 'one two three'), end: 14 });
    expect(pendingOf(draft)?.removed).toEqual(['b']);
    const unchanged = fresh();
    expect(merge(unchanged, 'c')).toBe(unchanged);
  });

  it('keeps languages apart: what is split off, inserted or merged is in the same one', () => {
    const french = (id: string, start: number, text: string) => ({
      ...cue(id, start, text, 'Inès'),
      ...{ language: 'fr', interpreted: true },
    });
    const english = (id: string, start: number, text: string) => ({ ...cue(id, start, text), language: 'en' });
    const panel = draftOf({
      revision: 1,
      cues: [english('a', 0, 'one'), french('b', 1, 'un deux'), english('c', 6, 'two'), french('d', 9, 'trois')],
    });
    expect(texts(merge(panel, 'a'))).toEqual(['one two', 'un deux', 'trois']);
    expect(texts(merge(panel, 'b'))).toEqual(['one', 'un deux trois', 'two']);
    expect(merge(panel, 'c')).toBe(panel);
    expect(split(panel, 'b', 2, 99, 'new').cues[2]).toMatchObject({ text: 'deux', language: 'fr', interpreted: true });
    const added = insertAfter(panel, 'b', 'new').cues[2];
    expect(added).toMatchObject({ id: 'new', start: 5, end: 8, language: 'fr', interpreted: true });
    expect(insertAfter(panel, null, 'new', panel.cues[1]).cues[0]).toMatchObject({ speaker: 'Inès', language: 'fr' });
    expect(edit(panel, 'b', { text: 'deux' }).cues[1]).toMatchObject({ language: 'fr', interpreted: true });
  });

  it('inserts into the pause, and saves it once it says something', () => {
    const draft = insertAfter(fresh(), 'a', 'new');
    expect(draft.cues[1]).toEqual({ id: 'new', start: 4, end: 7, speaker: 'Ada', text: '' });
    expect(pendingOf(draft)).toBeNull();
    expect(pendingOf(edit(draft, 'new', { text: 'hm' }))?.changed).toHaveLength(1);
  });

  it('removes, also what was never saved', () => {
    const draft = remove(insertAfter(fresh(), null, 'new'), 'new');
    expect(texts(draft)).toEqual(texts(fresh()));
    expect(texts(remove(draft, 'b'))).toEqual(['one two', 'four']);
  });

  it.each([
    [{}, null],
    [{ end: 0 }, 'times'],
    [{ end: Number.NaN }, 'times'],
    [{ speaker: ' ' }, 'speaker'],
    [{ text: '\n' }, 'text'],
  ])('finds the flaw of %j: %s', (part, flaw) => {
    expect(flawOf({ ...cue('a', 0, 'x'), ...part })).toBe(flaw);
  });

  it('goes on saving what was changed during a save', () => {
    const first = edit(edit(fresh(), 'a', { text: 'A' }), 'b', { text: 'B' });
    const sent = pendingOf(first)!;
    const after = saved(edit(first, 'b', { text: 'BB' }), sent, 4);
    expect(after.revision).toBe(4);
    expect(pendingOf(after)?.changed.map(({ text }) => text)).toEqual(['BB']);
  });

  it('takes over what somebody else saved, and keeps what is mine', () => {
    const mine = remove(edit(fresh(), 'a', { text: 'mine' }), 'c');
    const theirs = {
      revision: 9,
      cues: [cue('a', 0, 'theirs'), cue('b', 10, 'better'), cue('c', 20, 'four'), cue('d', 5, 'new')],
    };
    const draft = rebase(mine, theirs);
    expect(texts(draft)).toEqual(['mine', 'new', 'better']);
    expect(draft.revision).toBe(9);
    expect(pendingOf(draft)).toMatchObject({ changed: [{ text: 'mine' }], removed: ['c'] });
  });
});
