/** Why a camera, microphone or screen could not be had; each has its own words and its own way out. */
export type MediaProblem =
  'denied' | 'missing' | 'busy' | 'insecure' | 'unsupported' | 'unplugged' | 'cancelled' | 'refused' | 'unknown';

const byName: Record<string, MediaProblem> = {
  NotAllowedError: 'denied',
  PermissionDeniedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  DevicesNotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  TrackStartError: 'busy',
  AbortError: 'busy',
  NotSupportedError: 'unsupported',
  TypeError: 'unsupported',
};

/** A `getUserMedia` failure by its cause. */
export function problemOf(error: unknown): MediaProblem {
  if (!window.isSecureContext) return 'insecure';
  return byName[error instanceof Error ? error.name : ''] ?? 'unknown';
}

/** Closing the browser's own screen picker is a choice, not a failure. */
export const screenProblemOf = (error: unknown): MediaProblem => {
  const problem = problemOf(error);
  return problem === 'denied' ? 'cancelled' : problem;
};
