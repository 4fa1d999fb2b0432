import type { Role, SocketTicket } from '@lectern/contracts';
import { useEffect, useSyncExternalStore } from 'react';
import { LiveRoom } from './live-room';
import { abilitiesOf } from './session/abilities';
import { Store } from './session/store';

const holder = new Store<{ room: LiveRoom | null }>({ room: null });

/** A page that has not come for its room by then will not come. */
const UNCLAIMED_MS = 15_000;
/** Longer than this the page does not wait for the room: it shows that it is on its way. */
const SETTLE_MS = 1_500;
let unclaimed: ReturnType<typeof setTimeout> | undefined;

/**
 * Opens a room ahead of its page, which takes it over. Drawing the page would hold up what the browser has to do for sound
 * and picture: so who is asked nothing before they enter is let in first.
 * @returns when the page has something to show
 */
export async function openEarly(webinarId: string, ticket: SocketTicket, role: Role): Promise<void> {
  drop();
  const room = open(webinarId, ticket);
  unclaimed = setTimeout(drop, UNCLAIMED_MS);
  if (abilitiesOf(role).stage) return;
  room.enter();
  await settled(room);
}

/** The room of this page: made when the page opens, if not before, and closed when it is left. Null for the first moment. */
export function useOwnedRoom(webinarId: string): LiveRoom | null {
  useEffect(() => {
    clearTimeout(unclaimed);
    if (!isOf(webinarId, holder.get().room)) {
      drop();
      open(webinarId);
    }
    return drop;
  }, [webinarId]);
  const { room } = useSyncExternalStore(holder.subscribe, holder.get);
  return isOf(webinarId, room) ? room : null;
}

const isOf = (webinarId: string, room: LiveRoom | null): boolean => room?.session.webinarId === webinarId;

function open(webinarId: string, ticket?: SocketTicket): LiveRoom {
  const room = new LiveRoom(webinarId, ticket);
  room.prepare();
  holder.set({ room });
  return room;
}

function drop(): void {
  clearTimeout(unclaimed);
  holder.get().room?.close();
  holder.set({ room: null });
}

/** In, refused, or asked for consent; or it takes long. */
function settled({ session }: LiveRoom): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { link, consentAsked } = session.store.get();
      if (!consentAsked && (link.status === 'connecting' || link.status === 'waiting')) return;
      done();
    };
    const off = session.store.subscribe(look);
    const timer = setTimeout(() => done(), SETTLE_MS);
    const done = (): void => {
      clearTimeout(timer);
      off();
      resolve();
    };
    look();
  });
}
