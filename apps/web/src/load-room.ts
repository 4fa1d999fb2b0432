import i18next from 'i18next';

/** The room's code and texts: loaded when it is entered, or ahead of that where entering is likely. */
export async function loadRoom() {
  const [{ RoomPage }] = await Promise.all([
    import('./room/room-page'),
    import('./room-styles'),
    i18next.loadNamespaces(['room', 'polls', 'recording']),
  ]);
  return RoomPage;
}

/** All that can be done ahead of entering a room, where entering is likely. */
export async function warmRoom(): Promise<void> {
  await loadRoom();
  const { prepareDevice } = await import('./room/media/device');
  await prepareDevice();
}
