import type { Participant } from '@lectern/contracts';
import { useState } from 'react';
import { useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';

interface Hands {
  list: readonly Participant[];
  count: number;
  /** There are more than are on view. */
  more: boolean;
  loadMore: () => void;
}

/** Raised hands: the first ones as they are told, the later ones as they were when they were asked for. */
export function useHands(): Hands {
  const { commands } = useLiveRoom();
  const act = useAction();
  const { count, first } = useRoom((state) => state.hands);
  const [later, setLater] = useState<readonly Participant[]>([]);
  const ahead = new Set(first.map(({ id }) => id));
  const list = count > first.length ? [...first, ...later.filter(({ id }) => !ahead.has(id))] : first;
  const load = async (): Promise<void> => {
    const { hands } = await commands.listHands(String(list.length));
    setLater((before) => [...before.filter(({ id }) => !hands.some((hand) => hand.id === id)), ...hands]);
  };
  return { list, count, more: list.length < count, loadMore: () => void act(load) };
}
