import type { Role, SocketTicket } from '@lectern/contracts';
import i18next from 'i18next';
import type { ComponentType } from 'react';

interface RoomCode {
  page: ComponentType;
  openEarly: (webinarId: string, ticket: SocketTicket, role: Role) => Promise<void>;
}

let loaded: RoomCode | undefined;

/** The room's code and texts: loaded when it is entered, or ahead of that where entering is likely. */
async function load(): Promise<RoomCode> {
  if (loaded) return loaded;
  const [{ RoomPage }, { openEarly }] = await Promise.all([
    import('./room/room-page'),
    import('./room/owned-room'),
    import('./room-styles'),
    i18next.loadNamespaces(['room', 'polls', 'recording']),
  ]);
  loaded = { page: RoomPage, openEarly };
  return loaded;
}

export const loadRoom = async (): Promise<ComponentType> => (await load()).page;

/** The room's page, if its code is here already. */
export const loadedRoom = (): ComponentType | undefined => loaded?.page;

/** Opens the room that a ticket is for; resolves when its page has something to show. */
export async function openRoom(webinarId: string, ticket: SocketTicket, role: Role): Promise<void> {
  const { openEarly } = loaded ?? (await load());
  await openEarly(webinarId, ticket, role);
}

/** All that can be done ahead of entering a room, where entering is likely. */
export async function warmRoom(): Promise<void> {
  await load();
  const { prepareDevice } = await import('./room/media/device');
  await prepareDevice();
}
