export type PlayerCommand =
  | { do: 'toggle' | 'captions' | 'mute' | 'fullscreen' }
  | { do: 'jump'; seconds: number }
  /** To a share of the whole, 0 to 1. */
  | { do: 'place'; share: number }
  /** One step faster (1) or slower (-1). */
  | { do: 'speed'; step: 1 | -1 }
  /** To the next chapter (1), or back to the beginning of this one or the one before it (-1). */
  | { do: 'chapter'; step: 1 | -1 };

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const commands: Record<string, PlayerCommand> = {
  ' ': { do: 'toggle' },
  k: { do: 'toggle' },
  // Left goes back in every writing direction, as on the bar.
  arrowleft: { do: 'jump', seconds: -5 },
  arrowright: { do: 'jump', seconds: 5 },
  j: { do: 'jump', seconds: -10 },
  l: { do: 'jump', seconds: 10 },
  n: { do: 'chapter', step: 1 },
  p: { do: 'chapter', step: -1 },
  c: { do: 'captions' },
  m: { do: 'mute' },
  f: { do: 'fullscreen' },
  '<': { do: 'speed', step: -1 },
  '>': { do: 'speed', step: 1 },
};

/** What a slider's keys mean on the seek bar, beside all the others. */
const barCommands: Record<string, PlayerCommand> = {
  arrowdown: { do: 'jump', seconds: -5 },
  arrowup: { do: 'jump', seconds: 5 },
  pagedown: { do: 'jump', seconds: -60 },
  pageup: { do: 'jump', seconds: 60 },
  home: { do: 'place', share: 0 },
  end: { do: 'place', share: 1 },
};

/** What a key on the player means; null leaves it to the browser. */
export function commandOf(press: Press, isOnBar = false): PlayerCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.toLowerCase();
  if (/^[0-9]$/.test(key)) return { do: 'place', share: Number(key) / 10 };
  const known = isOnBar ? { ...commands, ...barCommands } : commands;
  return Object.hasOwn(known, key) ? known[key]! : null;
}

/** For the help, in this order; each says its own text. */
export const keyHelp = [
  { keys: ['Space', 'K'], help: 'toggle' },
  { keys: ['←', '→'], help: 'jump' },
  { keys: ['J', 'L'], help: 'jumpFar' },
  { keys: ['P', 'N'], help: 'chapter' },
  { keys: ['0', '9'], help: 'place' },
  { keys: ['<', '>'], help: 'speed' },
  { keys: ['C'], help: 'captions' },
  { keys: ['M'], help: 'mute' },
  { keys: ['F'], help: 'fullscreen' },
] as const;
