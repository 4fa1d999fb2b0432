import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { measureLevel } from '../media/meter';
import { isSpeech, type Levels, nextLevels } from '../media/muted-speech';
import { useLiveRoom, useLocal, useRoom } from '../room-context';
import type { RoomState } from '../session/room-state';

/** Once said, it need not be said again for a while. */
const AGAIN_MS = 20_000;

/** Tells who speaks while muted. The sound stays in this browser: it is measured, and neither kept nor sent. */
export function useMutedSpeech(): void {
  const { t } = useTranslation('room');
  const { notices, talk } = useLiveRoom();
  const muted = useRoom((state) => state.me?.muted === true);
  // Off air they speak with whom they share the booth.
  const interprets = useRoom((state) => state.me?.role === 'interpreter');
  const elsewhere = useRoom(speaksElsewhere);
  const track = useLocal((state) => (state.microphone.status === 'off' ? state.microphone.track : null));
  useEffect(() => {
    if (!track || muted || interprets || elsewhere) return;
    // The track itself is silent while it is disabled; a copy of it hears.
    const copy = track.clone();
    copy.enabled = true;
    let levels: Levels = [];
    let saidAt = -AGAIN_MS;
    const stop = measureLevel(copy, (level) => {
      levels = nextLevels(levels, level);
      if (!isSpeech(levels) || performance.now() - saidAt < AGAIN_MS) return;
      saidAt = performance.now();
      notices.push(t(talk.store.get().enabled ? 'notice.speakingMutedTalk' : 'notice.speakingMuted'));
    });
    return () => {
      stop();
      copy.stop();
    };
  }, [track, muted, interprets, elsewhere, notices, talk, t]);
}

const speaksElsewhere = ({ producers, peerId, me }: RoomState): boolean =>
  producers.some(
    (info) => info.source === 'microphone' && !info.paused && info.participantId === me?.id && info.peerId !== peerId,
  );
