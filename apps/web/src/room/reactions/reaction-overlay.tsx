import type { StageEmoji } from '@lectern/contracts';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useLiveRoom } from '../room-context';
import type { RoomState } from '../session/room-state';
import { cssVariables } from '../../ui/css-variables';
import { type Flying, joined } from './flock';
import classes from './reactions.module.css';

/**
 * What the audience says without words, over the stage. Not for screen readers: forty claps a second would drown the
 * speaker.
 */
export function ReactionOverlay() {
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  return (
    <div className={classes.overlay} aria-hidden data-testid="reactions">
      {still ? <Counted /> : <Flock />}
    </div>
  );
}

/** Calls back with each count that comes. */
function useCounts(onCount: (counts: RoomState['reactions']) => void): void {
  const { store } = useLiveRoom().session;
  const latest = useRef(onCount);
  useEffect(() => {
    latest.current = onCount;
  });
  useEffect(() => {
    let seen = store.get().reactions;
    return store.subscribe(() => {
      const { reactions } = store.get();
      if (reactions === seen) return;
      seen = reactions;
      latest.current(reactions);
    });
  }, [store]);
}

function Flock() {
  const [flock, setFlock] = useState<readonly Flying[]>([]);
  const next = useRef(0);
  useCounts((counts) => {
    // Nobody sees a hidden page, and its animations would end all at once.
    if (document.hidden) return;
    const first = next.current;
    next.current += 8;
    setFlock((now) => joined(now, counts, first));
  });
  const land = (id: number): void => setFlock((now) => now.filter((one) => one.id !== id));
  return flock.map(({ id, emoji, at, delay }) => (
    <span
      key={id}
      className={classes.flying}
      style={cssVariables({ '--at': at, '--delay': `${delay}s` })}
      onAnimationEnd={() => land(id)}
    >
      {emoji}
    </span>
  ));
}

const SHOWN_MS = 3000;

/** For those who want no motion: the counts of the last seconds, standing still. */
function Counted() {
  const [counts, setCounts] = useState<ReadonlyMap<StageEmoji, number>>(new Map());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useCounts((reactions) => {
    setCounts((now) => {
      const sum = new Map(now);
      for (const { emoji, count } of reactions) sum.set(emoji, (sum.get(emoji) ?? 0) + count);
      return sum;
    });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCounts(new Map()), SHOWN_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  if (counts.size === 0) return null;
  return (
    <p className={classes.counted}>
      {[...counts].map(([emoji, count]) => (
        <span key={emoji}>
          {emoji} {count}
        </span>
      ))}
    </p>
  );
}
