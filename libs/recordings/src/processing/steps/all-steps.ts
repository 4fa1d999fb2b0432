import type { ProcessStep } from '@lectern/contracts';
import type { Step } from '../step';
import { captionsStep } from './captions.step';
import { composeStep } from './compose.step';
import { renditionsStep } from './renditions.step';
import { thumbnailStep } from './thumbnail.step';
import { tracksStep } from './tracks.step';
import { transcribeStep } from './transcribe.step';

const steps: Record<ProcessStep, Step> = {
  tracks: tracksStep,
  compose: composeStep,
  transcribe: transcribeStep,
  captions: captionsStep,
  renditions: renditionsStep,
  thumbnail: thumbnailStep,
};

/** In the order in which they are run. */
export const allSteps: readonly Step[] = Object.values(steps);

export const stepNamed = (name: ProcessStep): Step => steps[name];
