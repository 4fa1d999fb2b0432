import { defaultQaSettings as defaultSettings, type Role, roles } from '@lectern/contracts';
import { questionActions } from './question.machine';
import { mayConfigure, mayQuestion, obstacleToAsking } from './question.policy';

const staff: Role[] = ['host', 'cohost', 'moderator'];
const others: Record<string, readonly Role[]> = {
  ask: roles,
  edit: [],
  withdraw: [],
  vote: roles,
  approve: staff,
  dismiss: staff,
  'take-up': [...staff, 'presenter'],
  answer: [...staff, 'presenter'],
  reopen: staff,
  merge: staff,
  pin: staff,
  assign: staff,
  'edit-answer': staff,
};

describe('question policy', () => {
  for (const action of ['ask', ...questionActions] as const) {
    it.each(roles)(`${action} somebody else's question by %s`, (role) => {
      expect(mayQuestion(role, action, false, defaultSettings)).toBe(others[action]!.includes(role));
    });
  }

  it.each(roles)("edit and withdraw one's own by %s", (role) => {
    const may = (action: 'edit' | 'withdraw') => mayQuestion(role, action, true, defaultSettings);
    expect(may('edit') && may('withdraw')).toBe(true);
  });

  it('lets presenters change their own answers, as long as they may answer', () => {
    const staffOnly = { ...defaultSettings, answerers: 'staff' as const };
    expect(mayQuestion('presenter', 'edit-answer', true, defaultSettings)).toBe(true);
    expect(mayQuestion('presenter', 'edit-answer', true, staffOnly)).toBe(false);
    expect(mayQuestion('presenter', 'answer', false, staffOnly)).toBe(false);
    expect(mayQuestion('attendee', 'edit-answer', true, defaultSettings)).toBe(false);
  });

  it('takes no votes where the host wants none', () => {
    expect(mayQuestion('attendee', 'vote', false, { ...defaultSettings, upvoting: false })).toBe(false);
  });

  it('leaves the settings to hosts', () => {
    expect(roles.filter(mayConfigure)).toEqual(['host', 'cohost']);
  });

  it.each([
    ['attendee', false, 9, null],
    ['attendee', false, 10, 'most-open'],
    ['moderator', false, 99, null],
    ['attendee', true, 0, null],
  ] as const)('asking as %s, anonymous %s, with %i open: %s', (role, anonymous, open, obstacle) => {
    expect(obstacleToAsking(role, { anonymous, open }, defaultSettings)).toBe(obstacle);
  });

  it('takes no anonymous questions where the host wants names, from nobody', () => {
    const named = { ...defaultSettings, anonymous: false };
    for (const role of roles) expect(obstacleToAsking(role, { anonymous: true, open: 0 }, named)).toBe('anonymous');
  });
});
