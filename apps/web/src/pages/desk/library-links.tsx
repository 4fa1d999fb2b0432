import { Button, Group } from '@mantine/core';
import { IconBooks, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useMe } from '../../session/use-me';
import { Section } from '../../ui/section';

/** The ways to the library's own pages. */
export function LibraryLinks() {
  const { t } = useTranslation(['desk', 'common']);
  const { me } = useMe();
  return (
    <Section title={t('common:nav.library')}>
      <Group gap="sm">
        <Button
          component={Link}
          to="/desk/contributions"
          variant="default"
          leftSection={<IconBooks size={18} aria-hidden />}
        >
          {t('contributions.label')}
        </Button>
        {me?.siteRole === 'admin' && (
          <Button
            component={Link}
            to="/desk/library/settings"
            variant="default"
            leftSection={<IconSettings size={18} aria-hidden />}
          >
            {t('contributions.settings')}
          </Button>
        )}
      </Group>
    </Section>
  );
}
