import { useMemo } from 'react';
import { useLiveRoom } from '../../room-context';
import { PollCommands } from '../../session/poll-commands';

export function usePollCommands(): PollCommands {
  const { session } = useLiveRoom();
  return useMemo(() => new PollCommands(session), [session]);
}
