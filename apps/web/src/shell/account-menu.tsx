import { Button, Text, UnstyledButton } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { IconLogout } from '@tabler/icons-react';
import type { Me } from '@lectern/contracts';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initials } from '../ui/initials';
import classes from './account-menu.module.css';
import { useSignOut } from './use-sign-out';

/** A disclosure, not a Mantine menu: that would cost every signed-in person 30 KB for one button. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const corner = useClickOutside<HTMLDivElement>(() => setOpen(false));
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    <div ref={corner} className={classes.corner} onKeyDown={onKeyDown}>
      <UnstyledButton
        ref={trigger}
        className={classes.avatar}
        aria-label={t('account.menu', { name: me.displayName })}
        aria-expanded={open}
        aria-controls={panel}
        data-initials={initials(me.displayName)}
        onClick={() => setOpen(!open)}
      />
      <div id={panel} className={classes.panel} hidden={!open}>
        <AccountPanel me={me} />
      </div>
    </div>
  );
}

function AccountPanel({ me }: { me: Me }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <>
      <Text fw={600} truncate>
        {me.displayName}
      </Text>
      <Text size="sm" c="dimmed" truncate mb="sm">
        {me.email ?? t('account.guest')}
      </Text>
      <Button
        fullWidth
        variant="default"
        leftSection={<IconLogout size={18} />}
        onClick={() => signOut.mutate()}
        loading={signOut.isPending}
      >
        {t('account.signOut')}
      </Button>
      {signOut.isError && (
        <Text size="sm" c="var(--mantine-color-error)" mt="xs" role="alert">
          {t('account.signOutFailed')}
        </Text>
      )}
    </>
  );
}
