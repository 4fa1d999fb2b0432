import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useLocal, useRoom, useView } from '../room-context';
import { type StageMode, layoutOf, type StageLayout } from './layout';
import { tilesOf } from './tiles';

/** The stage as it is now. */
export function useStageLayout(mode: StageMode): { layout: StageLayout; speaker: string | null } {
  const stage = useRoom((state) => state.stage);
  const producers = useRoom((state) => state.producers);
  const peerId = useRoom((state) => state.peerId);
  const me = useRoom((state) => state.me);
  const speaker = useRoom((state) => state.speaker);
  const shown = useRoom((state) => state.presentation.shown !== null);
  const lastSpeaker = useLast(speaker);
  const own = useOwn(me?.role === 'interpreter');
  const pinned = useView((view) => view.pinned);
  const spotlight = useSpotlight();
  const small = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const layout = useMemo(() => {
    const self = me && peerId ? { peerId, name: me.displayName, role: me.role } : null;
    const tiles = tilesOf(stage, producers, self, own);
    const room = { maxSide: small ? 3 : 5, maxGrid: small ? 6 : 12 };
    return layoutOf({ tiles, mode, shown, speaker: lastSpeaker, pinned, spotlight, ...room });
  }, [stage, producers, peerId, me, own, mode, shown, lastSpeaker, pinned, spotlight, small]);
  return { layout, speaker };
}

/** The connections of the person whom everybody is to see large. */
export function useSpotlight(): readonly string[] {
  const stage = useRoom((state) => state.stage);
  const id = useRoom((state) => state.controls.spotlight);
  return useMemo(() => stage.filter((peer) => peer.participantId === id).map((peer) => peer.peerId), [stage, id]);
}

/** Interpreters are heard, not seen; with a camera they sign. */
function useOwn(interprets: boolean) {
  const camera = useLocal((state) => state.camera.status === 'on');
  const microphone = useLocal((state) => state.microphone.status === 'on');
  const open = useLocal((state) => state.microphone.track !== null);
  const screen = useLocal((state) => state.screen.status === 'on');
  return useMemo(
    () => ({ camera, microphone, screen, onStage: camera || screen || (!interprets && (microphone || open)) }),
    [camera, microphone, open, screen, interprets],
  );
}

/** In silence the last speaker stays the speaker, or the picture would jump at each breath. */
function useLast(value: string | null): string | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return last;
}
