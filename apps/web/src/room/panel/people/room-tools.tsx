import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Button, Menu } from '@mantine/core';
import { IconLock, IconLockOpen, IconMicrophoneOff, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import { BanList } from './ban-list';
import classes from './people.module.css';

/** For those who keep order: all microphones, the door, and who was put out. */
export function RoomTools() {
  const { t } = useTranslation('room');
  const [bans, setBans] = useState(false);
  return (
    <div className={classes.tools} role="group" aria-label={t('controls.label')}>
      <MuteAll />
      <LockRoom />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconUserOff size={14} aria-hidden />}
        onClick={() => setBans(true)}
      >
        {t('controls.bans')}
      </Button>
      <Standing />
      <BanList opened={bans} onClose={() => setBans(false)} />
    </div>
  );
}

function MuteAll() {
  const { t } = useTranslation('room');
  const { commands, notices } = useLiveRoom();
  const act = useAction();
  const lock = useRoom((state) => state.controls.microphoneLock);
  const mute = (wanted?: 'speakers'): void =>
    void act(async () => {
      const count = await commands.controls.muteAll(wanted);
      notices.push(t('notice.mutedAll', { count }));
    });
  const configure = (microphoneLock: 'none' | 'guests'): void =>
    void act(() => commands.controls.configure({ microphoneLock }));
  return (
    <Menu position="bottom-start" width={300} withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconMicrophoneOff size={14} aria-hidden />}>
          {t('controls.muteAll')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => mute()}>{t('controls.muteNow')}</Menu.Item>
        <Menu.Item onClick={() => mute('speakers')}>
          {t('controls.muteAndLock')}
          <small className={classes.hint}>{t('controls.muteAndLockHint')}</small>
        </Menu.Item>
        {lock !== 'guests' && <Menu.Item onClick={() => configure('guests')}>{t('controls.lockGuests')}</Menu.Item>}
        {lock !== 'none' && <Menu.Item onClick={() => configure('none')}>{t('controls.unlockMicrophones')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function LockRoom() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  const locked = useRoom((state) => state.controls.locked);
  const Icon = locked ? IconLockOpen : IconLock;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={14} aria-hidden />}
      onClick={() => void act(() => commands.controls.configure({ locked: !locked }))}
    >
      {t(locked ? 'controls.unlockRoom' : 'controls.lockRoom')}
    </Button>
  );
}

/** What is locked now, in words. */
function Standing() {
  const { t } = useTranslation('room');
  const locked = useRoom((state) => state.controls.locked);
  const lock = useRoom((state) => state.controls.microphoneLock);
  const words = [
    ...(locked ? [t('controls.roomLocked')] : []),
    ...(lock === 'none' ? [] : [t(lock === 'guests' ? 'controls.guestsLocked' : 'controls.microphonesLocked')]),
  ];
  return (
    <p className={classes.standing} role="status" data-testid="room-standing">
      {words.join(' · ')}
    </p>
  );
}
