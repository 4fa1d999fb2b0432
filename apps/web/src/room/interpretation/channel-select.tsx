import '@mantine/core/styles/Input.layer.css';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../languages/names';
import { useDevices, useLocal } from '../room-context';

interface ChannelSelectProps {
  /** The event's. */
  languages: readonly string[];
  compact?: boolean;
}

/** Into which of the event's languages one interprets. Nothing is chosen for anybody: it would be heard by the wrong people. */
export function ChannelSelect({ languages, compact }: ChannelSelectProps) {
  const { t } = useTranslation('room');
  const local = useDevices();
  const chosen = useLocal((state) => state.language);
  const value = chosen !== null && languages.includes(chosen) ? chosen : '';
  const data = languages.map((language) => ({ value: language, label: ownName(language) }));
  return (
    <NativeSelect
      {...(compact ? { size: 'xs', 'aria-label': t('interpreter.into') } : { label: t('interpreter.into') })}
      data={value === '' ? [{ value, label: t('interpreter.choose') }, ...data] : data}
      value={value}
      error={!compact && languages.length < 2 ? t('interpreter.oneLanguage') : undefined}
      onChange={(event) => local.speak(event.currentTarget.value)}
    />
  );
}
