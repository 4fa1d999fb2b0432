import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBadgeCc } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../room-context';
import classes from './captions.module.css';
import { useCaptions } from './use-captions';

/** Captions on and off, where the state of the session stands. */
export function CaptionButton() {
  const { t } = useTranslation('room');
  const { captions } = useLiveRoom();
  const on = useCaptions((state) => state.on);
  const action = t(on ? 'captions.turnOff' : 'captions.turnOn');
  return (
    <UnstyledButton
      className={classes.toggle}
      aria-pressed={on}
      aria-keyshortcuts="C"
      title={`${action} (C)`}
      onClick={() => captions.toggle()}
    >
      <IconBadgeCc size={20} aria-hidden />
      <VisuallyHidden>{t('captions.name')}</VisuallyHidden>
    </UnstyledButton>
  );
}
