import { useState } from 'react';
import { useLiveRoom } from '../room-context';

/** A text being typed: outlives the folding of the panel and a reload of the page. */
export function useDraft(name: string): [string, (text: string) => void] {
  const { webinarId } = useLiveRoom().session;
  const key = keyOf(webinarId, name);
  const [text, setText] = useState(() => read(key));
  const change = (value: string): void => {
    setText(value);
    write(key, value);
  };
  return [text, change];
}

const keyOf = (webinarId: string, name: string): string => `lectern.draft.${webinarId}.${name}`;

/** Puts a text before what stands in a box; the box shows it when it is drawn anew. */
export function prependDraft(webinarId: string, name: string, text: string): void {
  const key = keyOf(webinarId, name);
  write(key, [text, read(key)].filter(Boolean).join('\n'));
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, value: string): void {
  try {
    if (value) sessionStorage.setItem(key, value);
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage the draft lives as long as the box is open.
  }
}
