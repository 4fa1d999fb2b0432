import { IconArrowDown, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../room-context';
import { useAction } from '../ui/use-action';
import { BarButton } from './bar-button';

/** Raises and lowers one's own hand, for the button and the key. */
export function useHand(): { raised: boolean; toggle: () => void } {
  const { commands } = useLiveRoom();
  const act = useAction();
  const raised = useRoom((state) => state.me !== null && state.me.handRaisedAt !== null);
  return { raised, toggle: () => void act(() => commands.raiseHand(!raised)) };
}

export function HandButton() {
  const { t } = useTranslation('room');
  const { raised, toggle } = useHand();
  return (
    <BarButton
      icon={<IconHandStop />}
      state={t(raised ? 'hands.raised' : 'hands.raise')}
      action={t(raised ? 'hands.lower' : 'hands.raise')}
      hotkey="H"
      tone={raised ? 'waiting' : 'plain'}
      pressed={raised}
      onClick={toggle}
    />
  );
}

/** For guests of the audience: back to where they came from. */
export function LeaveStageButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  return (
    <BarButton
      icon={<IconArrowDown />}
      state={t('hands.leaveStage')}
      action={t('hands.leaveStageAction')}
      onClick={() => void act(() => commands.returnToAudience())}
    />
  );
}
