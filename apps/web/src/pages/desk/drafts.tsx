import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../api/query';
import { ResourceGrid } from '../../library/resource-grid';
import { Section } from '../../ui/section';

/** Nothing stands here while nothing waits. */
export function Drafts() {
  const { t } = useTranslation('desk');
  const { data } = useQuery(apiQuery('GET /api/resources', { query: { scope: 'drafts', limit: 12 } }));
  if (!data || data.resources.length === 0) return null;
  return (
    <Section title={t('drafts.title')}>
      <Text c="dimmed" mb="md">
        {t('drafts.text')}
      </Text>
      <ResourceGrid resources={data.resources} />
    </Section>
  );
}
