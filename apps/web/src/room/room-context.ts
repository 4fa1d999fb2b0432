import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LiveRoom } from './live-room';
import type { LocalMedia, LocalState } from './media/local-media';
import type { MediaState } from './media/media-client';
import { type Abilities, abilitiesIn } from './session/abilities';
import type { RoomState } from './session/room-state';
import type { StageView } from './stage/stage-view';

export const RoomContext = createContext<LiveRoom | null>(null);

export function useLiveRoom(): LiveRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error('Outside of a room');
  return room;
}

/** A slice of the room's state. The selector must give a value that keeps its identity until it changes. */
export function useRoom<T>(select: (state: RoomState) => T): T {
  const { store } = useLiveRoom().session;
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** Devices that are tried out and sent to nobody, in place of the room's own. */
export const TrialDevices = createContext<LocalMedia | null>(null);

export function useDevices(): LocalMedia {
  const trial = useContext(TrialDevices);
  const { local } = useLiveRoom();
  return trial ?? local;
}

export function useLocal<T>(select: (state: LocalState) => T): T {
  const { store } = useDevices();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useMedia<T>(select: (state: MediaState) => T): T {
  const { store } = useLiveRoom().media;
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useView<T>(select: (state: StageView) => T): T {
  const { view } = useLiveRoom();
  return useSyncExternalStore(view.subscribe, () => select(view.get()));
}

export function useAbilities(): Abilities {
  return abilitiesIn(useRoom((state) => state.me));
}
