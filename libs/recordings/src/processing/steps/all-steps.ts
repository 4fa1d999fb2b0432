import { ExtraFormat, type ProcessStep } from '@lectern/contracts';
import type { Step } from '../step';
import { captionsStep } from './captions.step';
import { composeStep } from './compose.step';
import { gridStep } from './grid.step';
import { renditionsStep } from './renditions.step';
import { thumbnailStep } from './thumbnail.step';
import { tracksStep } from './tracks.step';
import { transcribeStep } from './transcribe.step';
import { webmStep } from './webm.step';

const steps: Record<ProcessStep, Step> = {
  tracks: tracksStep,
  compose: composeStep,
  transcribe: transcribeStep,
  captions: captionsStep,
  renditions: renditionsStep,
  thumbnail: thumbnailStep,
  webm: webmStep,
  grid: gridStep,
};

/** In the order in which they are run. */
export const allSteps: readonly Step[] = Object.values(steps);

/** Those that are run where this is wanted beside the usual. */
export const stepsFor = (extras: readonly ExtraFormat[]): readonly Step[] =>
  allSteps.filter(({ name }) => {
    const extra = ExtraFormat.safeParse(name).data;
    return extra === undefined || extras.includes(extra);
  });

export const stepNamed = (name: ProcessStep): Step => steps[name];
