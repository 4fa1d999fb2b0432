import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probe } from '../../testing/run';
import { makeCard, wrap } from './card';

// Starting processes takes its time on a busy machine.
jest.setTimeout(30_000);

describe('the card', () => {
  it.each(["It's 100% \\ of: [what] we; 'know'", 'សាលារៀន', undefined])('is made for the title %s', async (title) => {
    const dir = await mkdtemp(join(tmpdir(), "lectern it's, a:"));
    const card = await makeCard(dir, { title });
    expect((await probe(card)).streams[0]).toMatchObject({ width: 1280, height: 720 });
  });

  it('breaks long titles, and ends at some point', () => {
    expect(wrap('Open   educational resources for everyone in the whole region')).toEqual([
      'Open educational resources for everyone in',
      'the whole region',
    ]);
    expect(wrap('word '.repeat(200))).toHaveLength(4);
  });
});
