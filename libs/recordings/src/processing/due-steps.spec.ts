import type { ProcessStep } from '@lectern/contracts';
import { dueSteps, type StepState, withDependents } from './due-steps';
import { allSteps } from './steps/all-steps';

const names = allSteps.map(({ name }) => name);

describe('dueSteps', () => {
  const due = (states: Partial<Record<ProcessStep, StepState>>, others: StepState = 'made') => [
    ...dueSteps(allSteps, (step) => states[step] ?? others),
  ];

  it.each<[string, Partial<Record<ProcessStep, StepState>>, ProcessStep[]]>([
    ['nothing is left', {}, []],
    ['only what has passed is gone, and nobody needs it', { tracks: 'passed' }, []],
    ['a step needs what has passed', { tracks: 'passed', transcribe: 'missing' }, ['transcribe', 'tracks']],
    ['a step needs what is there', { transcribe: 'missing' }, ['transcribe']],
    ['what it is made from lasts', { tracks: 'passed', thumbnail: 'missing' }, ['thumbnail']],
  ])('%s', (_, states, expected) => {
    expect(due(states)).toEqual(expected);
  });

  it('is all of it at first', () => {
    expect(new Set(due({}, 'missing'))).toEqual(new Set(names));
  });
});

describe('withDependents', () => {
  it.each<[ProcessStep, ProcessStep[]]>([
    ['tracks', names],
    ['compose', ['compose', 'renditions', 'thumbnail', 'webm']],
    ['transcribe', ['transcribe', 'captions']],
    ['thumbnail', ['thumbnail']],
  ])('%s', (step, expected) => {
    expect(withDependents(allSteps, step)).toEqual(expected);
  });
});

it('has every step stand behind what it needs', () => {
  for (const [i, { needs }] of allSteps.entries())
    expect(names.slice(0, i)).toEqual(expect.arrayContaining([...needs]));
});
