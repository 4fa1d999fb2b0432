import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveRoom } from '../live-room';
import { LocalMedia } from '../media/local-media';
import { Store } from '../session/store';

/** Devices for trying out: nothing of them is sent, and they are let go with the part of the page that uses them. */
export function useTrialDevices(): LocalMedia | null {
  const [holder] = useState(() => new Store<{ devices: LocalMedia | null }>({ devices: null }));
  useEffect(() => {
    const devices = new LocalMedia();
    holder.set({ devices });
    return () => {
      holder.set({ devices: null });
      devices.close();
    };
  }, [holder]);
  return useSyncExternalStore(holder.subscribe, holder.get).devices;
}

/** Turns on in the room what was on in the trial, with the same devices. The trial lets go first: some cameras serve one. */
export async function takeOver(room: LiveRoom, trial: LocalMedia): Promise<void> {
  const { microphone, camera, choice } = trial.store.get();
  trial.close();
  for (const kind of ['audioinput', 'videoinput', 'audiooutput'] as const) {
    const deviceId = choice[kind];
    if (deviceId) await room.local.choose(kind, deviceId);
  }
  await room.local.setMicrophone(microphone.status === 'on');
  await room.local.setCamera(camera.status === 'on');
}
