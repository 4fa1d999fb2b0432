import { standardConsentVersion } from '@lectern/contracts';
import { createHash } from 'node:crypto';

/** The same words have the same name, whoever writes them when. */
export const versionOf = (consentText: string | null): string =>
  consentText === null ? standardConsentVersion : createHash('sha256').update(consentText).digest('hex').slice(0, 16);
