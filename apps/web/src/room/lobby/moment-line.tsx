import type { Webinar } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullMoment, languageName } from '../ui/format';

/** When it is, in the reader's own zone, and in which languages. */
export function MomentLine({ webinar }: { webinar: Webinar }) {
  const { t, i18n } = useTranslation('room');
  return (
    <Text>
      <time dateTime={webinar.startsAt}>{fullMoment(webinar.startsAt, i18n.language)}</time>
      {' · '}
      {t('minutes', { count: webinar.durationMinutes })}
      {' · '}
      {webinar.languages.map(languageName).join(', ')}
    </Text>
  );
}
