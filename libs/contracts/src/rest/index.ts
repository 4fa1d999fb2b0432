import type { EndpointInput, EndpointRequest, EndpointResponse } from './endpoint';
import { identityEndpoints } from './identity';
import { jobEndpoints } from './jobs';
import { libraryEndpoints } from './library';
import { materialEndpoints } from './materials';
import { mediaEndpoints } from './media';
import { pollEndpoints } from './polls';
import { questionEndpoints } from './questions';
import { recordingTermsEndpoints } from './recording-terms';
import { recordingEndpoints } from './recordings';
import { retentionEndpoints } from './retention';
import { reviewEndpoints } from './reviews';
import { uploadEndpoints } from './uploads';
import { partnerEndpoints } from './partners';
import { contentEndpoints } from './contents';
import { searchEndpoints } from './search';
import { transcriptEndpoints } from './transcript';
import { versionEndpoints } from './versions';
import { webinarEndpoints } from './webinars';

/** The whole HTTP API: `METHOD /path/:param` → its schemas. */
export const endpoints = {
  ...identityEndpoints,
  ...webinarEndpoints,
  ...questionEndpoints,
  ...pollEndpoints,
  ...recordingEndpoints,
  ...jobEndpoints,
  ...recordingTermsEndpoints,
  ...libraryEndpoints,
  ...contentEndpoints,
  ...reviewEndpoints,
  ...retentionEndpoints,
  ...versionEndpoints,
  ...partnerEndpoints,
  ...searchEndpoints,
  ...transcriptEndpoints,
  ...mediaEndpoints,
  ...uploadEndpoints,
  ...materialEndpoints,
} as const;

export type EndpointKey = keyof typeof endpoints;
export type RestInput<K extends EndpointKey> = EndpointInput<(typeof endpoints)[K]>;
export type RestRequest<K extends EndpointKey> = EndpointRequest<(typeof endpoints)[K]>;
export type RestResponse<K extends EndpointKey> = EndpointResponse<(typeof endpoints)[K]>;
