import { Button, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { formatDay } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { CopyField } from '../../ui/copy-field';
import { Problem } from '../../ui/problem';
import { Section } from '../../ui/section';

/** For administrators: links with which colleagues make their accounts. */
export function Colleagues() {
  const { t } = useTranslation('desk');
  const moment = useMoment();
  const make = useMutation({ mutationFn: () => api('POST /api/account-links') });
  return (
    <Section title={t('colleagues.title')}>
      <Text c="dimmed" mb="md">
        {t('colleagues.text')}
      </Text>
      {make.data && (
        <>
          <CopyField value={make.data.url} label={t('colleagues.link')} />
          <Text size="sm" c="dimmed" mt={4} mb="md">
            {t('colleagues.until', { when: formatDay(new Date(make.data.expiresAt), moment) })}
          </Text>
        </>
      )}
      <Problem error={make.error} />
      <Button
        variant="default"
        leftSection={<IconUserPlus size={18} />}
        loading={make.isPending}
        onClick={() => make.mutate()}
      >
        {t('colleagues.make')}
      </Button>
    </Section>
  );
}
