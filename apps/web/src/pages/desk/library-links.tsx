import { Button } from '@mantine/core';
import { IconBooks, IconSettings, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useMe } from '../../session/use-me';
import { Section } from '../../ui/section';
import classes from './library-links.module.css';

/** The ways to the library's own pages. */
export function LibraryLinks() {
  const { t } = useTranslation(['desk', 'common']);
  const { me } = useMe();
  const links = [
    { to: '/desk/contributions', label: t('contributions.label'), Icon: IconBooks },
    { to: '/desk/library/trash', label: t('contributions.trash'), Icon: IconTrash },
    ...(me?.siteRole === 'admin'
      ? [{ to: '/desk/library/settings', label: t('contributions.settings'), Icon: IconSettings }]
      : []),
  ];
  return (
    <Section title={t('common:nav.library')}>
      <div className={classes.links}>
        {links.map(({ to, label, Icon }) => (
          <Button key={to} component={Link} to={to} variant="default" leftSection={<Icon size={18} aria-hidden />}>
            {label}
          </Button>
        ))}
      </div>
    </Section>
  );
}
