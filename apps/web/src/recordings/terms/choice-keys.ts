import type { RecordingChoices } from '@lectern/contracts';

/** In the order in which they are told. */
export const choiceKeys = [
  'microphones',
  'cameras',
  'screens',
  'slides',
  'guests',
  'questions',
  'names',
] as const satisfies readonly (keyof RecordingChoices)[];

/** Of these a recording is made; without any there would be none. */
export const isSomething = ({ microphones, cameras, screens, slides }: RecordingChoices): boolean =>
  microphones || cameras || screens || slides;
