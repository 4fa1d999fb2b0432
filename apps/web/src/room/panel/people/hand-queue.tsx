import type { Participant } from '@lectern/contracts';
import { ActionIcon, Button } from '@mantine/core';
import { IconHandOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import { clock, secondsSince } from '../../ui/format';
import { useServerNow } from '../../ui/use-now';
import classes from './people.module.css';
import { useHands } from './use-hands';

/** Who asks to speak, first come first. */
export function HandQueue() {
  const { t } = useTranslation('room');
  const { list, count, more, loadMore } = useHands();
  if (count === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="hands-title" data-testid="hands">
      <h3 id="hands-title" className={classes.title} data-tone="wait">
        {t('hands.queue', { count })}
      </h3>
      <ol className={classes.list}>
        {list.map((person) => (
          <Hand key={person.id} person={person} />
        ))}
      </ol>
      {more && (
        <Button size="compact-sm" variant="subtle" onClick={loadMore}>
          {t('people.more')}
        </Button>
      )}
    </section>
  );
}

function Hand({ person }: { person: Participant }) {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  const name = person.displayName;
  return (
    <li className={classes.person} data-testid="hand">
      <span className={classes.name}>
        <bdi>{name}</bdi>
      </span>
      {person.handRaisedAt && <Waits since={person.handRaisedAt} />}
      {person.stage === 'invited' ? (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void act(() => commands.returnToAudience(person.id))}
        >
          {t('hands.takeBack')}
        </Button>
      ) : (
        <Button
          size="compact-xs"
          aria-label={t('hands.inviteName', { name })}
          onClick={() => void act(() => commands.inviteToStage(person.id))}
        >
          {t('hands.invite')}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('hands.lowerName', { name })}
        onClick={() => void act(() => commands.lowerHand(person.id))}
      >
        <IconHandOff size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

function Waits({ since }: { since: string }) {
  return <time className={classes.away}>{clock(secondsSince(since, useServerNow()))}</time>;
}
