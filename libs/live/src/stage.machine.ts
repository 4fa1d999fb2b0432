import type { StageGrant } from '@lectern/contracts';
import type { StageAction } from './live.policy';

export interface StageState {
  hand: boolean;
  stage: StageGrant;
}

type Step = Partial<StageState> | null;

// A step that has been taken already is taken again without effect: an acknowledgement may have been lost.
const steps: Record<StageAction, Record<StageGrant, Step>> = {
  raise: { none: { hand: true }, invited: { hand: true }, guest: null },
  lower: { none: { hand: false }, invited: { hand: false }, guest: { hand: false } },
  invite: { none: { stage: 'invited' }, invited: {}, guest: null },
  accept: { none: null, invited: { stage: 'guest', hand: false }, guest: {} },
  decline: { none: {}, invited: { stage: 'none', hand: false }, guest: null },
  return: { none: {}, invited: { stage: 'none' }, guest: { stage: 'none', hand: false } },
};

/** The state after a step of somebody of the audience, or null where it cannot be taken. */
export function stepStage(state: StageState, action: StageAction): StageState | null {
  const step = steps[action][state.stage];
  return step && { ...state, ...step };
}
