import { useMemo } from 'react';
import { useAbilities, useRoom } from '../room-context';
import { countByState } from './qa/order';
import { unreadMessages } from './unread';

export type PanelTab = 'qa' | 'chat' | 'polls' | 'people';

/** The numbers on the panel's tabs: what waits for this person. */
export function useCounts(open: PanelTab | null): Record<PanelTab, number> {
  const { moderate } = useAbilities();
  const questions = useRoom((state) => state.questions);
  const counts = useMemo(() => countByState(questions), [questions]);
  const people = useRoom((state) => state.hands.count);
  return {
    people,
    qa: moderate ? counts.pending : counts.approved + counts.answering,
    polls: useOpenPolls(),
    chat: useChatCount(open === 'chat'),
  };
}

/** Polls in which this person can vote and has not. */
function useOpenPolls(): number {
  const polls = useRoom((state) => state.polls);
  const mine = useRoom((state) => state.myPolls);
  return [...polls.values()].filter(({ id, state }) => state === 'open' && !mine.has(id)).length;
}

/** Moderators see what waits for them first; else it is what is new, in all channels. */
function useChatCount(open: boolean): number {
  const { channels, seen, waiting } = useRoom((state) => state.chat);
  const me = useRoom((state) => state.me?.id);
  if (waiting.length > 0) return waiting.length;
  if (open) return 0;
  return chatChannels.reduce((sum, name) => sum + unreadMessages(channels[name].list, seen[name], me), 0);
}

const chatChannels = ['everyone', 'moderators', 'staff'] as const;
