import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLeaveOut } from './use-leave-out';

/** Also before anything is recorded. */
export function LeaveOutSetting() {
  const { t } = useTranslation('recording');
  const { leftOut, change } = useLeaveOut();
  return (
    <Checkbox
      label={t('room.settings')}
      description={t('room.settingsHint')}
      checked={leftOut}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
}
