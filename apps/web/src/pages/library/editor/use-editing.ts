import type { EditableCue } from '@lectern/contracts';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { newClientId } from '../../../api/client-id';
import type { Playback } from '../player/playback';
import type { CueActions } from './cue-editor';
import { type Draft, edit, insertAfter, merge, remove, split } from './draft';
import type { EditorCommand } from './keys';

type Change = (change: (draft: Draft) => Draft) => void;
/** Which cue's text gets the focus once it is drawn. */
type Focus = { id: string; caret: number } | null;

const BACK = 2;
const EVERYWHERE: readonly EditorCommand[] = ['play', 'back', 'insert', 'next'];

/** What the keys and buttons of the editor do. @param shown the cues among which one goes to and fro */
export function useEditing(
  shown: readonly EditableCue[],
  setDraft: Change,
  playback: Playback,
  list: RefObject<HTMLElement | null>,
) {
  const now = useRef(shown);
  const focus = useRef<Focus>(null);
  useEffect(() => {
    now.current = shown;
    const { current } = focus;
    focus.current = null;
    if (current) focusOn(list.current, current);
  }, [shown, list]);
  const obey = useCallback(
    (command: EditorCommand, id: string, caret: number) => {
      const cues = now.current;
      const index = cues.findIndex((cue) => cue.id === id);
      // Pressed outside of any cue.
      if (index < 0 && !EVERYWHERE.includes(command)) return undefined;
      const go = (to: number) => cues[to] && focusOn(list.current, { id: cues[to].id, caret: 0 });
      const time = Math.round(playback.time() * 100) / 100;
      switch (command) {
        case 'play':
          return playback.toggle();
        case 'back':
          return playback.seek(Math.max(0, playback.time() - BACK), false);
        case 'cue':
          return cues[index] && playback.seek(cues[index].start, true);
        case 'next':
          return go(index + 1);
        case 'previous':
          return go(index - 1);
        case 'start':
          return setDraft((old) => edit(old, id, { start: time }));
        case 'end':
          return setDraft((old) => edit(old, id, { end: time }));
        case 'split': {
          const newId = newClientId();
          focus.current = { id: newId, caret: 0 };
          return setDraft((old) => split(old, id, caret, playback.time(), newId));
        }
        case 'merge':
          focus.current = { id, caret: cues[index]?.text.length ?? 0 };
          return setDraft((old) => merge(old, id));
        case 'insert': {
          const newId = newClientId();
          focus.current = { id: newId, caret: 0 };
          return setDraft((old) => insertAfter(old, id, newId, cues[0]));
        }
        case 'remove': {
          const neighbour = cues[index + 1] ?? cues[index - 1];
          focus.current = neighbour ? { id: neighbour.id, caret: 0 } : null;
          return setDraft((old) => remove(old, id));
        }
      }
    },
    [setDraft, playback, list],
  );
  return useMemo<CueActions>(
    () => ({ edit: (id, part) => setDraft((old) => edit(old, id, part)), obey: (...args) => void obey(...args) }),
    [obey, setDraft],
  );
}

function focusOn(list: HTMLElement | null, { id, caret }: NonNullable<Focus>): void {
  const field = list?.querySelector<HTMLTextAreaElement>(`[data-cue="${CSS.escape(id)}"] textarea`);
  field?.focus();
  field?.setSelectionRange(caret, caret);
}
