import '@mantine/core/styles/Input.layer.css';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../languages/names';
import { useDevices, useLocal } from '../room-context';

/** In which of the event's languages one speaks: captions and transcript are made in it. */
export function LanguageSelect({ languages }: { languages: readonly string[] }) {
  const { t } = useTranslation('room');
  const local = useDevices();
  const spoken = useLocal((state) => state.language);
  if (languages.length < 2) return null;
  return (
    <NativeSelect
      label={t('devices.language')}
      data={languages.map((value) => ({ value, label: ownName(value) }))}
      value={spoken !== null && languages.includes(spoken) ? spoken : languages[0]}
      onChange={(event) => local.speak(event.currentTarget.value)}
    />
  );
}
