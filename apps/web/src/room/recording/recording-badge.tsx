import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import type { RecordingNotice } from '@lectern/contracts';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../bar/top-bar.module.css';
import { useRoom } from '../room-context';
import { clock, secondsSince } from '../ui/format';
import { Running } from '../ui/running';
import { useLeaveOut } from './use-leave-out';

/** That it is recorded, for how long, and whether oneself is in it; opened, how to be left out. */
export function RecordingBadge() {
  const { t } = useTranslation('recording');
  const recording = useRoom((state) => state.recording);
  const { leftOut, change } = useLeaveOut();
  if (recording?.status !== 'recording') return leftOut ? <LeftOutBadge /> : null;
  return (
    <>
      <Menu position="bottom-end" width={280} withinPortal>
        <Menu.Target>
          <RecordingState recording={recording} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('room.menu')}</Menu.Label>
          <Menu.Item onClick={() => change(!leftOut)}>
            {t(leftOut ? 'room.takeIn' : 'room.leaveOut')}
            {!leftOut && <small className={classes.hint}>{t('room.leaveOutHint')}</small>}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {leftOut && <LeftOutBadge />}
    </>
  );
}

function RecordingState({ recording, ...props }: React.ComponentProps<'button'> & { recording: RecordingNotice }) {
  const { t } = useTranslation('room');
  const { startedAt, pausedAt, pausedMs } = recording;
  return (
    <UnstyledButton
      {...props}
      className={classes.badge}
      data-tone={pausedAt ? 'wait' : 'recording'}
      data-testid="recording-badge"
    >
      {!pausedAt && <i aria-hidden />} {t(pausedAt ? 'top.recordingPaused' : 'top.recording')}{' '}
      {pausedAt ? (
        <time className={classes.time}>{clock(secondsSince(startedAt, Date.parse(pausedAt) - pausedMs))}</time>
      ) : (
        <Running since={startedAt} less={pausedMs} />
      )}
    </UnstyledButton>
  );
}

function LeftOutBadge() {
  const { t } = useTranslation('recording');
  return (
    <span className={classes.badge} data-tone="wait" data-testid="left-out-badge">
      <IconEyeOff size={14} aria-hidden /> {t('room.leftOut')}
    </span>
  );
}
