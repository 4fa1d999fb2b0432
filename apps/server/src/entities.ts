import { messageEntities } from '@lectern/chat';
import { identityEntities } from '@lectern/identity';
import { libraryEntities } from '@lectern/library';
import { pollEntities } from '@lectern/polls';
import { materialEntities } from '@lectern/materials';
import { questionEntities } from '@lectern/qa';
import { recordingEntities } from '@lectern/recordings';
import { uploadEntities } from '@lectern/uploads';
import { webinarEntities } from '@lectern/webinars';

export const entities = [
  ...identityEntities,
  ...webinarEntities,
  ...questionEntities,
  ...messageEntities,
  ...pollEntities,
  ...recordingEntities,
  ...libraryEntities,
  ...uploadEntities,
  ...materialEntities,
];
