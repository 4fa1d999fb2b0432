import type { StageGrant } from '@lectern/contracts';
import type { StageAction } from './live.policy';
import { stepStage, type StageState } from './stage.machine';

type Case = [before: [boolean, StageGrant], action: StageAction, after: [boolean, StageGrant] | null];

const cases: Case[] = [
  [[false, 'none'], 'raise', [true, 'none']],
  [[true, 'none'], 'raise', [true, 'none']],
  [[false, 'guest'], 'raise', null],
  [[true, 'none'], 'lower', [false, 'none']],
  [[true, 'none'], 'invite', [true, 'invited']],
  [[false, 'none'], 'invite', [false, 'invited']],
  [[true, 'invited'], 'invite', [true, 'invited']],
  [[false, 'guest'], 'invite', null],
  [[true, 'none'], 'accept', null],
  [[true, 'invited'], 'accept', [false, 'guest']],
  [[false, 'guest'], 'accept', [false, 'guest']],
  [[true, 'invited'], 'decline', [false, 'none']],
  [[false, 'none'], 'decline', [false, 'none']],
  [[false, 'guest'], 'decline', null],
  [[true, 'invited'], 'return', [true, 'none']],
  [[false, 'guest'], 'return', [false, 'none']],
  [[true, 'none'], 'return', [true, 'none']],
];

const state = ([hand, stage]: [boolean, StageGrant]): StageState => ({ hand, stage });

describe('the way to the stage', () => {
  it.each(cases)('%j %s → %j', (before, action, after) => {
    expect(stepStage(state(before), action)).toEqual(after && state(after));
  });
});
