import { useMemo } from 'react';
import { useLiveRoom } from '../../room-context';
import { ChatCommands } from '../../session/chat-commands';

export function useChatCommands(): ChatCommands {
  const { session } = useLiveRoom();
  return useMemo(() => new ChatCommands(session), [session]);
}
