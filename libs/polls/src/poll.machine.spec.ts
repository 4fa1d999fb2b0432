import { type PollKind, pollKinds, PollState } from '@lectern/contracts';
import { nextState, type PollAction, pollActions } from './poll.machine';

const table: Record<PollAction, Record<PollState, PollState | null>> = {
  edit: { draft: 'draft', open: null, closed: null },
  delete: { draft: 'draft', open: null, closed: null },
  open: { draft: 'open', open: null, closed: null },
  close: { draft: null, open: 'closed', closed: null },
  reopen: { draft: null, open: null, closed: 'open' },
  vote: { draft: null, open: 'open', closed: null },
};

describe('the states of a poll', () => {
  const cases = pollActions.flatMap((action) =>
    PollState.options.flatMap((state) =>
      pollKinds.map((kind): [PollAction, PollState, PollKind] => [action, state, kind]),
    ),
  );
  it.each(cases)('%s in %s, %s', (action, state, kind) => {
    const known = kind === 'quiz' && action === 'reopen';
    expect(nextState(state, action, kind)).toBe(known ? null : table[action][state]);
  });
});
