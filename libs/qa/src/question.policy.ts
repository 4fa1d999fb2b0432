import type { QaSettings, Role } from '@lectern/contracts';
import { isStaff } from '@lectern/webinars';
import type { QuestionAction } from './question.machine';

type Asked = QuestionAction | 'ask';
type Rules = Pick<QaSettings, 'answerers' | 'upvoting'>;

const forStaff: readonly Asked[] = ['approve', 'dismiss', 'reopen', 'merge', 'pin', 'assign'];
const forAnswerers: readonly Asked[] = ['take-up', 'answer', 'edit-answer'];
/** Done by the author alone, whatever the role. */
const own: readonly Asked[] = ['edit', 'withdraw'];

/** @param mine the question was asked by the one who acts; for `edit-answer`, the answer was written by that one */
export function mayQuestion(role: Role, action: Asked, mine: boolean, rules: Rules): boolean {
  if (forStaff.includes(action)) return isStaff(role);
  if (action === 'edit-answer' && !mine) return isStaff(role);
  if (forAnswerers.includes(action)) return mayAnswer(role, rules);
  if (action === 'vote') return rules.upvoting;
  return mine || !own.includes(action);
}

/** Who may take questions up, answer them, and be asked to. */
export function mayAnswer(role: Role, { answerers }: Pick<Rules, 'answerers'>): boolean {
  return isStaff(role) || (role === 'presenter' && answerers === 'presenters');
}

/** The Q&A's settings are the hosts' affair. */
export function mayConfigure(role: Role): boolean {
  return role === 'host' || role === 'cohost';
}

/**
 * @param open how many questions of this person still wait for an answer
 * @returns why this person cannot ask it now; null when nothing stands against it
 */
export function obstacleToAsking(
  role: Role,
  { anonymous, open }: { anonymous: boolean; open: number },
  rules: Pick<QaSettings, 'anonymous' | 'mostOpen'>,
): 'anonymous' | 'most-open' | null {
  if (anonymous && !rules.anonymous) return 'anonymous';
  return open >= rules.mostOpen && !isStaff(role) ? 'most-open' : null;
}
