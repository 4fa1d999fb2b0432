import { identityEntities } from '@lectern/identity';
import { libraryEntities } from '@lectern/library';
import { materialEntities } from '@lectern/materials';
import { questionEntities } from '@lectern/qa';
import { recordingEntities } from '@lectern/recordings';
import { webinarEntities } from '@lectern/webinars';

export const entities = [
  ...identityEntities,
  ...webinarEntities,
  ...questionEntities,
  ...recordingEntities,
  ...libraryEntities,
  ...materialEntities,
];
