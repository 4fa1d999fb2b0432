import type { ProcessStep } from '@lectern/contracts';
import type { Step } from './step';

/** `passed`: it has been made, but its files, which do not last, are gone. */
export type StepState = 'missing' | 'made' | 'passed';

type Node = Pick<Step, 'name' | 'needs'>;

/** Which steps are to be run. `steps` stand in their order. */
export function dueSteps(steps: readonly Node[], stateOf: (step: ProcessStep) => StepState): Set<ProcessStep> {
  const due = new Set<ProcessStep>();
  for (const { name } of [...steps].reverse()) {
    const state = stateOf(name);
    const wanted = steps.some((later) => due.has(later.name) && later.needs.includes(name));
    if (state === 'missing' || (state === 'passed' && wanted)) due.add(name);
  }
  return due;
}

/** A step, and all that is made from what it makes, in order. */
export function withDependents(steps: readonly Node[], from: ProcessStep): ProcessStep[] {
  const found = new Set([from]);
  for (const { name, needs } of steps) if (needs.some((need) => found.has(need))) found.add(name);
  return steps.flatMap(({ name }) => (found.has(name) ? name : []));
}
