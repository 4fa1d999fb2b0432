import '@mantine/core/styles/Input.layer.css';
import type { RestRequest } from '@lectern/contracts';
import { Button, NativeSelect, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { formatDay } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { CopyField } from '../../ui/copy-field';
import { Problem } from '../../ui/problem';
import { Section } from '../../ui/section';
import { Accounts } from './accounts';
import classes from './colleagues.module.css';

type Role = NonNullable<RestRequest<'POST /api/account-links'>['body']['siteRole']>;

const roles = ['member', 'librarian'] as const satisfies readonly Role[];

/** For administrators: links with which colleagues make their accounts, and who has one. */
export function Colleagues() {
  const { t } = useTranslation('desk');
  return (
    <Section title={t('colleagues.title')}>
      <Text c="dimmed" mb="md">
        {t('colleagues.text')}
      </Text>
      <NewLink />
      <Accounts />
    </Section>
  );
}

function NewLink() {
  const { t } = useTranslation('desk');
  const moment = useMoment();
  const [siteRole, setRole] = useState<Role>('member');
  const make = useMutation({ mutationFn: () => api('POST /api/account-links', { body: { siteRole } }) });
  return (
    <>
      {make.data && (
        <>
          <CopyField value={make.data.url} label={t('colleagues.link')} />
          <Text size="sm" c="dimmed" mt={4} mb="md">
            {t('colleagues.until', { when: formatDay(new Date(make.data.expiresAt), moment) })}
          </Text>
        </>
      )}
      <Problem error={make.error} />
      <div className={classes.make}>
        <NativeSelect
          label={t('colleagues.role')}
          description={t(`colleagues.can.${siteRole}`)}
          value={siteRole}
          onChange={({ currentTarget: { value } }) => setRole(roles.find((role) => role === value) ?? 'member')}
          data={roles.map((value) => ({ value, label: t(`colleagues.roles.${value}`) }))}
        />
        <Button
          variant="default"
          leftSection={<IconUserPlus size={18} />}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t('colleagues.make')}
        </Button>
      </div>
    </>
  );
}
