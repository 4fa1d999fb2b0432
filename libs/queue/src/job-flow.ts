import { jobLanes, type JobName, type JobPayload, jobs } from '@lectern/contracts';
import type { FlowJobNode } from 'bullmq';
import { jobKey, jobOptions, laneQueues } from './job-lanes';

/** A job, and the one that must be done before it. */
export type FlowStep = {
  [N in JobName]: { name: N; payload: JobPayload<N>; id: string };
}[JobName];

/**
 * A flow in BullMQ's words: each job is the parent of the one before it, so it becomes ready when that is done, and fails
 * when that fails. The nearer a job stands to its flow's end, the sooner its turn comes: what was begun is brought to its
 * end before the next flow begins.
 */
export function flowOf(steps: readonly [FlowStep, ...FlowStep[]]): FlowJobNode {
  const [first, ...rest] = steps;
  const start = flowNode(first, steps.length, rest.length > 0);
  return rest.reduce<FlowJobNode>((before, step, i) => {
    const isLast = i === rest.length - 1;
    return { ...flowNode(step, rest.length - i, !isLast), children: [before] };
  }, start);
}

function flowNode({ name, payload, id }: FlowStep, priority: number, hasParent: boolean): FlowJobNode {
  return {
    name,
    queueName: laneQueues[jobLanes[name]],
    data: jobs[name].parse(payload),
    opts: { ...jobOptions, jobId: jobKey(name, id), priority, ...(hasParent && { failParentOnFailure: true }) },
  };
}
