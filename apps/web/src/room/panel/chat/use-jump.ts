import type { ChatChannel, Message } from '@lectern/contracts';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import { useChatCommands } from './use-chat-commands';

export type Jump = (quote: NonNullable<Message['quote']>) => void;

/** The server gives 200 at a time; what lies further back than this is left alone. */
const MOST_STRETCHES = 10;

/** Goes to a message that is quoted, and fetches the chat back to it where that is needed. */
export function useJump(channel: ChatChannel, list: RefObject<HTMLElement | null>): Jump {
  const { store } = useLiveRoom().session;
  const commands = useChatCommands();
  const act = useAction();
  const target = useRef<string | null>(null);
  const messages = useRoom((state) => state.chat.channels[channel].list);
  const go = useCallback(() => {
    const row = target.current && list.current?.querySelector<HTMLElement>(`[data-message="${target.current}"]`);
    if (!row) return;
    target.current = null;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
  }, [list]);
  // What had to be fetched is there once it is drawn.
  useEffect(go, [go, messages]);
  return useCallback(
    ({ messageId, place }) => {
      const state = () => store.get().chat.channels[channel];
      const missing = () => state().more && !state().list.some(({ id }) => id === messageId);
      target.current = messageId;
      go();
      void act(async () => {
        for (let n = 0; n < MOST_STRETCHES && missing(); n++) await commands.loadOlder(channel, place);
      });
    },
    [store, channel, commands, act, go],
  );
}
