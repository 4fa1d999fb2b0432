import type { ProcessJob } from '@lectern/contracts';
import { DomainError } from '@lectern/kernel';

/** A failure for the host, in a sentence, and for admins in the words of the program that failed. */
export interface Failure {
  failure: string;
  detail: string | null;
}

const whatFailed: Record<ProcessJob, string> = {
  tracks: 'The recorded tracks could not be read.',
  compose: 'The video could not be composed.',
  transcribe: 'What was said could not be written down.',
  captions: 'The captions could not be made.',
  renditions: 'The video could not be made ready for weak lines.',
  thumbnail: 'The picture for the library could not be made.',
  webm: 'The WebM could not be made.',
  grid: 'The grid view could not be made.',
  publish: 'The result could not be put into the library.',
};

/** What programs and the system say, and what it means. The first that fits counts. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/ENOSPC|No space left on device/i, 'The disk is full. Free some space, then try again.'],
  [/EDQUOT|Disk quota exceeded/i, 'The disk quota is used up. Free some space, then try again.'],
  [
    /EROFS|EACCES|EPERM|Permission denied|Read-only file system/i,
    'The server may not write its files. Tell the operator.',
  ],
  [
    /ffmpeg is not installed|ffmpeg cannot be started/i,
    'The program that makes videos (ffmpeg) does not start. Tell the operator.',
  ],
  [
    /Unknown encoder|Encoder not found|No such filter|Unrecognized option/i,
    'The installed ffmpeg lacks something that is needed. Tell the operator.',
  ],
  [
    /ENOMEM|Cannot allocate memory|ffmpeg failed \(SIGKILL\)/i,
    'The machine ran out of memory. Try again when it has less to do.',
  ],
  [/Invalid data found|moov atom not found|Invalid argument/i, 'A file that it needs is damaged.'],
  [/ENOENT|No such file or directory/i, 'A file that it needs is there no more.'],
  [/ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND/i, 'A service that it needs does not answer. Try again later.'],
];

const LONGEST_DETAIL = 2000;

/** What went wrong in a step. A refusal in words of ours stays as it is. */
export function failureOf(step: ProcessJob, error: unknown): Failure {
  if (error instanceof DomainError) return { failure: error.message, detail: null };
  const words = error instanceof Error ? error.message : String(error);
  const meaning =
    meanings.find(([pattern]) => pattern.test(words))?.[1] ?? 'Try again; if it fails again, tell the operator.';
  return { failure: `${whatFailed[step]} ${meaning}`, detail: words.slice(-LONGEST_DETAIL) };
}
