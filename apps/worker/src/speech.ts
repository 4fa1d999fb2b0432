import type { Config } from '@lectern/config';
import type { Logger } from '@lectern/observability';
import { openSpeech, type SpeechEngines } from '@lectern/speech';

/** Of one recogniser. More would take from the live media on a machine with few cores. */
const THREADS = 2;

/** The speech engines of this installation. None at all is allowed: recordings then have no transcript, and say so. */
export function openEngines({ speech }: Config, logger: Logger): SpeechEngines {
  const { engines, problems } = openSpeech({ ...speech, threads: THREADS });
  for (const problem of problems) logger.warn(problem);
  return engines;
}
