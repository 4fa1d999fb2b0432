import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import type { Participant } from '@lectern/contracts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useLiveRoom, useRoom } from '../../room-context';
import { appointments } from '../../session/abilities';
import { Avatar } from '../../ui/avatar';
import { useAction } from '../../ui/use-action';
import { RoleBadge } from '../role-badge';
import classes from './people.module.css';
import { RemoveDialog } from './remove-dialog';
import { TrackItems } from './track-items';

interface PersonRowProps {
  person: Participant;
  onChanged: () => void;
}

/** One person, with what a moderator may do. */
export function PersonRow({ person, onChanged }: PersonRowProps) {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const me = useRoom((state) => state.me?.id === person.id);
  return (
    <li className={classes.person} data-testid="person">
      <Avatar name={person.displayName} size="sm" />
      <span className={classes.name}>
        <bdi>{me ? t('people.you', { name: person.displayName }) : person.displayName}</bdi>
      </span>
      <RoleBadge role={person.role} />
      {person.muted && <span className={classes.muted}>{t('people.muted')}</span>}
      {!person.present && <span className={classes.away}>{t('people.away')}</span>}
      {moderate && !me && person.role !== 'host' && <PersonMenu person={person} onChanged={onChanged} />}
    </li>
  );
}

interface StageItemProps {
  person: Participant;
  run: (work: () => Promise<unknown>) => void;
}

/** The way to the stage and back, for somebody of the audience. */
function StageItem({ person, run }: StageItemProps) {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const live = useRoom((state) => state.webinar?.status === 'live');
  if (person.role !== 'attendee' || !live) return null;
  if (person.stage === 'none')
    return <Menu.Item onClick={() => run(() => commands.inviteToStage(person.id))}>{t('hands.inviteMenu')}</Menu.Item>;
  return (
    <Menu.Item onClick={() => run(() => commands.returnToAudience(person.id))}>
      {t(person.stage === 'invited' ? 'hands.takeBack' : 'hands.returnMenu')}
    </Menu.Item>
  );
}

/** Hosts give roles in mid-session. */
function RoleItems({ person, run }: StageItemProps) {
  const { t } = useTranslation(['room', 'common']);
  const { commands } = useLiveRoom();
  const mine = useRoom((state) => state.me?.role);
  return appointments(mine, person.role).map((role) => (
    <Menu.Item key={role} onClick={() => run(() => commands.appoint(person.id, role))}>
      {t('people.appoint', { role: t(`common:roles.${role}`) })}
    </Menu.Item>
  ));
}

function PersonMenu({ person, onChanged }: PersonRowProps) {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  const [asking, setAsking] = useState(false);
  const name = person.displayName;
  const run = (work: () => Promise<unknown>): void => void act(work).then(onChanged);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('people.menu', { name })}>
            <IconDotsVertical size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => run(() => commands.mute(person.id, !person.muted))}>
            {t(person.muted ? 'people.unmute' : 'people.mute')}
          </Menu.Item>
          <TrackItems person={person} run={run} />
          <StageItem person={person} run={run} />
          <RoleItems person={person} run={run} />
          <Menu.Item color="red" onClick={() => setAsking(true)}>
            {t('people.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RemoveDialog
        person={person}
        opened={asking}
        onRemove={(ban, closeLink) => run(() => commands.controls.remove(person.id, ban, closeLink))}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
