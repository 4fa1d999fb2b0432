import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Section } from '../../ui/section';

/** For administrators: where they see whether the installation does well. */
export function Administration() {
  const { t } = useTranslation('desk');
  return (
    <Section title={t('administration.title')}>
      <Button component={Link} to="/admin/jobs" variant="default" leftSection={<IconListCheck size={18} />}>
        {t('administration.jobs')}
      </Button>
    </Section>
  );
}
