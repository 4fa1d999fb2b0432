import type { Ban } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../../room-context';
import { Dialog } from '../../ui/dialog';
import { useAction } from '../../ui/use-action';
import classes from './people.module.css';

interface Page {
  list: readonly Ban[];
  cursor: string | null;
}

/** Who was put out, and the way back. */
export function BanList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('room');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('controls.bans')}>
      {opened && <Bans />}
    </Dialog>
  );
}

function Bans() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  const [page, setPage] = useState<Page | null>(null);
  const load = useCallback(
    (cursor?: string) =>
      act(async () => {
        const { bans, nextCursor } = await commands.controls.listBans(cursor);
        setPage((before) => ({ list: cursor ? [...(before?.list ?? []), ...bans] : bans, cursor: nextCursor }));
      }),
    [act, commands],
  );
  useEffect(() => void load(), [load]);
  if (!page) return null;
  if (page.list.length === 0) return <p className={classes.note}>{t('controls.bansEmpty')}</p>;
  const lift = (id: string): void => void act(() => commands.controls.liftBan(id)).then(() => load());
  return (
    <>
      <ul className={classes.list}>
        {page.list.map((ban) => (
          <BanRow key={ban.participantId} ban={ban} onLift={() => lift(ban.participantId)} />
        ))}
      </ul>
      {page.cursor && (
        <Button size="compact-sm" variant="subtle" onClick={() => void load(page.cursor ?? undefined)}>
          {t('controls.bansMore')}
        </Button>
      )}
    </>
  );
}

function BanRow({ ban, onLift }: { ban: Ban; onLift: () => void }) {
  const { t, i18n } = useTranslation('room');
  const time = new Date(ban.bannedAt).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const facts = [
    t(`controls.scope.${ban.scope}`),
    ...(ban.linkClosed ? [t('controls.linkClosed')] : []),
    ban.bannedBy ? t('controls.bannedBy', { name: ban.bannedBy, time }) : t('controls.bannedEarlier', { time }),
  ];
  return (
    <li className={classes.banned} data-testid="ban">
      <span>
        <bdi>{ban.displayName}</bdi>
        <small className={classes.hint}>{facts.join(' · ')}</small>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('controls.liftName', { name: ban.displayName })}
        onClick={onLift}
      >
        {t('controls.lift')}
      </Button>
    </li>
  );
}
