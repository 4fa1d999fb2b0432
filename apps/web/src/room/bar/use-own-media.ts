import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { voiceOf } from '../media/voice';
import { useLiveRoom, useRoom } from '../room-context';
import { isLocked } from '../session/abilities';

const none: readonly string[] = [];

export interface OwnControls {
  toggleMicrophone: () => void;
  toggleCamera: () => void;
  toggleScreen: () => void;
}

/** The person's own sound and picture, for buttons and keys alike. */
export function useOwnControls(): OwnControls {
  const { t } = useTranslation('room');
  const { local, notices } = useLiveRoom();
  const muted = useRoom((state) => state.me?.muted === true);
  const locked = useMicrophoneLocked();
  const languages = useRoom((state) => state.webinar?.languages ?? none);
  const role = useRoom((state) => state.me?.role);
  return {
    toggleMicrophone: () => {
      const on = local.store.get().microphone.status === 'on';
      if (!on && muted) notices.push(t('notice.mutedStill'), 'error');
      else if (!on && locked) notices.push(t('notice.lockedStill'), 'error');
      else if (!on && !voiceOf(role, languages, local.store.get().language))
        notices.push(t('interpreter.chooseFirst'), 'error');
      else void local.setMicrophone(!on);
    },
    toggleCamera: () => void local.setCamera(local.store.get().camera.status !== 'on'),
    toggleScreen: () => void local.setScreen(local.store.get().screen.status !== 'on'),
  };
}

/** The microphone can be turned on only after a moderator has asked for it. */
export const useMicrophoneLocked = (): boolean =>
  useRoom(({ me, controls, mayUnmute }) => isLocked(me, controls.microphoneLock, mayUnmute));

const sources = ['microphone', 'camera', 'screen'] as const;

/** A device's failure in the room is told once, when it happens; the device check has told the earlier ones. */
export function useProblemNotices(): void {
  const { t } = useTranslation('room');
  const { local, notices } = useLiveRoom();
  useEffect(() => {
    let before = local.store.get();
    return local.store.subscribe(() => {
      const now = local.store.get();
      for (const source of sources) {
        const { problem } = now[source];
        if (!problem || problem === 'cancelled' || problem === before[source].problem) continue;
        notices.push(`${t(`problem.title.${source}`)} ${t(`problem.${problem}`)}`, 'error');
      }
      before = now;
    });
  }, [t, local, notices]);
}
