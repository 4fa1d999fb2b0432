import { afterReview } from './message.machine';

describe('the review of a message', () => {
  it.each([
    ['pending', true, 'visible'],
    ['pending', false, 'dismissed'],
    ['dismissed', true, 'visible'],
    ['dismissed', false, null],
    ['visible', true, null],
    ['visible', false, null],
  ] as const)('%s, approve %s: %s', (state, approve, next) => {
    expect(afterReview(state, approve)).toBe(next);
  });
});
