import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceProblems } from '../devices/device-problem';
import { DeviceSelect } from '../devices/device-select';
import { DeviceToggle } from '../devices/device-toggle';
import { LevelMeter } from '../devices/level-meter';
import { Preview } from '../devices/preview';
import type { LocalMedia } from '../media/local-media';
import { TrialDevices, useLiveRoom, useLocal, useRoom } from '../room-context';
import { Dialog } from '../ui/dialog';
import { useAction } from '../ui/use-action';
import classes from './stage.module.css';
import { takeOver, useTrialDevices } from './use-trial-devices';

/** Somebody of the audience is asked to come on the stage: with which devices, or not now. */
export function InvitationDialog() {
  const { t } = useTranslation('room');
  const invited = useRoom((state) => state.me?.stage === 'invited');
  const { commands } = useLiveRoom();
  const act = useAction();
  const decline = (): void => void act(() => commands.answerInvitation(false));
  return (
    <Dialog opened={invited} onClose={decline} title={t('invitation.title')}>
      <Invitation onDecline={decline} />
    </Dialog>
  );
}

function Invitation({ onDecline }: { onDecline: () => void }) {
  const trial = useTrialDevices();
  if (!trial) return null;
  return (
    <TrialDevices value={trial}>
      <Choice trial={trial} onDecline={onDecline} />
    </TrialDevices>
  );
}

function Choice({ trial, onDecline }: { trial: LocalMedia; onDecline: () => void }) {
  const { t } = useTranslation('room');
  const room = useLiveRoom();
  const act = useAction();
  const [busy, setBusy] = useState(false);
  const name = useRoom((state) => state.me?.displayName ?? '');
  const accept = async (): Promise<void> => {
    setBusy(true);
    const came = await act(() => room.commands.answerInvitation(true));
    if (came) await takeOver(room, trial);
    else setBusy(false);
  };
  return (
    <Stack gap="sm" data-testid="invitation">
      <Text size="sm">{t('invitation.text')}</Text>
      <div className={classes.trial}>
        <Preview name={name} />
      </div>
      <Group gap="xs">
        <DeviceToggle source="microphone" />
        <DeviceToggle source="camera" />
      </Group>
      <DeviceProblems />
      <Opened />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDecline}>
          {t('invitation.decline')}
        </Button>
        <Button loading={busy} onClick={() => void accept()} data-autofocus>
          {t('invitation.accept')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Devices to choose from, once the browser tells their names; and in words what the others will see and hear. */
function Opened() {
  const { t } = useTranslation('room');
  const mic = useLocal((state) => state.microphone.status === 'on');
  const camera = useLocal((state) => state.camera.status === 'on');
  const state = mic ? (camera ? 'both' : 'micOnly') : camera ? 'cameraOnly' : 'none';
  return (
    <>
      {mic && <LevelMeter />}
      {mic && <DeviceSelect kind="audioinput" />}
      {camera && <DeviceSelect kind="videoinput" />}
      <Text size="sm" c="dimmed" role="status">
        {t(`check.state.${state}`)}
      </Text>
    </>
  );
}
