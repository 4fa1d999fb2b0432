import { useState } from 'react';
import { fromClock, toClock } from './clock';
import classes from './editor.module.css';

interface TimeFieldProps {
  label: string;
  value: number;
  isWrong: boolean;
  onChange: (seconds: number) => void;
}

/** Takes effect when it is left, or with Enter: half a time would move the cue elsewhere. */
export function TimeField({ label, value, isWrong, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const seconds = typed === null ? value : fromClock(typed);
  const settle = () => {
    if (typed !== null && seconds !== null && seconds !== value) onChange(seconds);
    if (seconds !== null) setTyped(null);
  };
  return (
    <input
      className={classes.time}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isWrong || seconds === null || undefined}
      value={typed ?? toClock(value)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey) settle();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
