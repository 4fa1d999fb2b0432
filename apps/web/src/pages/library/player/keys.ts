export type PlayerCommand = { do: 'toggle' } | { do: 'jump'; seconds: number } | { do: 'captions' };

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key on the video means; null leaves it to the browser. Left goes back in every writing direction, as on the bar. */
export function commandOf(press: Press): PlayerCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  switch (press.key.toLowerCase()) {
    case ' ':
    case 'k':
      return { do: 'toggle' };
    case 'arrowleft':
      return { do: 'jump', seconds: -5 };
    case 'arrowright':
      return { do: 'jump', seconds: 5 };
    case 'c':
      return { do: 'captions' };
    default:
      return null;
  }
}
