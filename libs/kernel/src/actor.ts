import type { Role, SiteRole, StageGrant } from '@lectern/contracts';

/** Who asks, as far as the session tells. */
export interface Actor {
  userId: string;
  displayName: string;
  siteRole: SiteRole;
}

/** Who asks inside a webinar. */
export interface Attendance {
  webinarId: string;
  participantId: string;
  userId: string;
  displayName: string;
  role: Role;
  muted: boolean;
  handRaisedAt: string | null;
  stage: StageGrant;
}
