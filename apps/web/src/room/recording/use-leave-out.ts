import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../room-context';
import { useAction } from '../ui/use-action';

/** Whether this person is left out of the recordings, and how to change that. */
export function useLeaveOut() {
  const { t } = useTranslation('recording');
  const { commands, notices } = useLiveRoom();
  const leftOut = useRoom((state) => state.recordingStanding.leftOut);
  const attempt = useAction();
  const change = async (wanted: boolean): Promise<void> => {
    if (!(await attempt(() => commands.leaveOut(wanted)))) return;
    notices.push(t(wanted ? 'room.leftOutSaid' : 'room.takenIn'), 'good');
  };
  return { leftOut, change: (wanted: boolean) => void change(wanted) };
}
