import type { Config } from '@lectern/config';
import { createHmac } from 'node:crypto';

const LIFETIME = 3_600;

type IceServers = { urls: string[]; username: string; credential: string }[];

/**
 * Credentials for the configured TURN server that end after an hour: user name `expiry:who`, password its
 * HMAC-SHA-1 (draft-uberti-behave-turn-rest-00, as coturn's `use-auth-secret`). Without one there are none: no
 * third-party STUN or TURN server is ever named to clients.
 */
export function iceServers(turn: Config['media']['turn'], who: string, now = Date.now()): IceServers {
  if (!turn) return [];
  const username = `${Math.floor(now / 1000) + LIFETIME}:${who}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [{ urls: turn.urls, username, credential }];
}
