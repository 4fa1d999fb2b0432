import { useEffect, useRef } from 'react';
import { useAbilities, useLiveRoom } from '../room-context';

/** Whoever is not on the stage any more lets the devices go, so that no light stays on. */
export function useStageLoss(): void {
  const { local } = useLiveRoom();
  const { stage } = useAbilities();
  const was = useRef(stage);
  useEffect(() => {
    if (was.current && !stage) local.releaseAll();
    was.current = stage;
  }, [local, stage]);
}
