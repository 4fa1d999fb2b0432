import type { Question } from '@lectern/contracts';
import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { useAbilities } from '../../room-context';
import { isHotkey, useHotkeysOffFields } from '../../ui/use-hotkeys-off-fields';
import { neighbour } from './neighbour';
import { isTool, type OpenTool } from './moderation';
import { actionKeys, actionsFor } from './question-actions';
import { useQuestionAction } from './use-question-action';

/** What the area of the questions needs: which one is current, and how it hears of keys and of the focus. */
interface ModerationKeys {
  current: string | null;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * J and K move over the questions from anywhere; A, D, L, R, M and P act on the one that has the focus, and then mean
 * nothing else: M elsewhere is the microphone.
 */
export function useModerationKeys(
  lists: readonly (readonly Question[])[],
  area: RefObject<HTMLElement | null>,
  onOpen: (open: OpenTool) => void,
): ModerationKeys {
  const flat = lists.flat();
  const abilities = useAbilities();
  const run = useQuestionAction();
  const [current, setCurrent] = useState<string | null>(null);

  const focus = (id: string | null): void => {
    setCurrent(id);
    if (!id) return;
    const card = area.current?.querySelector<HTMLElement>(`[data-question="${id}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  };
  const act = (key: string): void => {
    const question = flat.find(({ id }) => id === current);
    const action = actionKeys[key];
    if (!question || !action || !actionsFor(question.state, abilities).includes(action)) return;
    if (isTool(action)) return onOpen({ questionId: question.id, tool: action });
    if (action === 'pin') return run(question.id, action);
    // It leaves this pile: the next one takes its place, so that a hundred go by with a hundred presses.
    focus(neighbour(flat, current, 1) ?? neighbour(flat, current, -1));
    run(question.id, action);
  };
  useHotkeysOffFields({
    j: () => focus(neighbour(flat, current, 1) ?? current),
    k: () => focus(neighbour(flat, current, -1) ?? current),
  });
  return {
    current: flat.some(({ id }) => id === current) ? current : null,
    onFocus: ({ target }) => setCurrent(cardOf(target)),
    onKeyDown: (event) => {
      const key = event.key.toLowerCase();
      if (!(key in actionKeys) || !isHotkey(event.nativeEvent) || !cardOf(event.target as Element)) return;
      event.preventDefault();
      event.stopPropagation();
      act(key);
    },
  };
}

const cardOf = (element: Element): string | null =>
  element.closest<HTMLElement>('[data-question]')?.dataset.question ?? null;
