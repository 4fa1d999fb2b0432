import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../api/query';
import { RecordingForm } from '../../recordings/terms/recording-form';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/section';

/** For hosts: whether and what is to be recorded, and what people agree to. */
export function RecordingSection({ webinarId }: { webinarId: string }) {
  const { t } = useTranslation('recording');
  const query = useQuery({
    ...apiQuery('GET /api/webinars/:webinarId/recording-terms', { params: { webinarId } }),
    // A refetch must not take what is being typed.
    refetchOnWindowFocus: false,
  });
  return (
    <Section title={t('settings.title')}>
      <Text c="dimmed" mb="md">
        {t('settings.text')}
      </Text>
      <Loaded query={query} skeleton={<Skeleton h={120} radius="lg" />} missing={null}>
        {({ terms }) => <RecordingForm webinarId={webinarId} terms={terms} />}
      </Loaded>
    </Section>
  );
}
