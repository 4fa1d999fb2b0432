import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './people.module.css';

/** Who of the audience is on the stage now, and the way back. */
export function GuestList() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  const stage = useRoom((state) => state.stage);
  const guests = useMemo(
    () => new Map(stage.filter(({ role }) => role === 'attendee').map((peer) => [peer.participantId, peer])),
    [stage],
  );
  if (guests.size === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="guests-title" data-testid="guests">
      <h3 id="guests-title" className={classes.title}>
        {t('hands.guests', { count: guests.size })}
      </h3>
      <ul className={classes.list}>
        {[...guests].map(([id, { displayName: name }]) => (
          <li key={id} className={classes.person}>
            <span className={classes.name}>
              <bdi>{name}</bdi>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('hands.returnName', { name })}
              onClick={() => void act(() => commands.returnToAudience(id))}
            >
              {t('hands.return')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
