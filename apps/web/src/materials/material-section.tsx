import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/section';
import { MaterialList } from './material-list';

/** On the webinar's page: what is prepared before the session. */
export function MaterialSection({ webinarId }: { webinarId: string }) {
  const { t } = useTranslation('materials');
  return (
    <Section title={t('title')}>
      <Text c="dimmed" mb="sm">
        {t('text')}
      </Text>
      <MaterialList webinarId={webinarId} />
    </Section>
  );
}
