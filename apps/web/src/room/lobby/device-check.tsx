import type { Role, Webinar } from '@lectern/contracts';
import { Button, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/use-me';
import { DeviceProblems } from '../devices/device-problem';
import { DeviceSelect } from '../devices/device-select';
import { DeviceToggle } from '../devices/device-toggle';
import classes from '../devices/devices.module.css';
import { LevelMeter } from '../devices/level-meter';
import { Preview } from '../devices/preview';
import { useLiveRoom, useLocal } from '../room-context';
import { Frame } from './frame';

interface DeviceCheckProps {
  webinar: Webinar | null;
  role: Role | null;
  onEnter: () => void;
}

/** For those who may be on the stage: am I seen, am I heard, with which devices? */
export function DeviceCheck({ webinar, role, onEnter }: DeviceCheckProps) {
  const { t } = useTranslation(['room', 'common']);
  const { local } = useLiveRoom();
  const { me } = useMe();
  const name = me?.displayName ?? '';
  useEffect(() => void local.startBoth(), [local]);
  const enterWithout = (): void => {
    local.drop('microphone');
    local.drop('camera');
    onEnter();
  };
  return (
    <Frame wide>
      <Title order={1}>{webinar?.title ?? t('title')}</Title>
      <Text c="dimmed">{t('check.intro', { name, role: role ? t(`common:roles.${role}`) : '' })}</Text>
      <div className={classes.check}>
        <div>
          <Preview name={name} />
          <div className={classes.row}>
            <DeviceToggle source="microphone" />
            <DeviceToggle source="camera" />
          </div>
        </div>
        <div className={classes.form}>
          <DeviceProblems />
          <LevelMeter />
          <DeviceSelect kind="audioinput" />
          <DeviceSelect kind="videoinput" />
          <DeviceSelect kind="audiooutput" />
          <EnterButtons onEnter={onEnter} onEnterWithout={enterWithout} />
        </div>
      </div>
    </Frame>
  );
}

function EnterButtons({ onEnter, onEnterWithout }: { onEnter: () => void; onEnterWithout: () => void }) {
  const { t } = useTranslation('room');
  const mic = useLocal((state) => state.microphone.status === 'on');
  const camera = useLocal((state) => state.camera.status === 'on');
  const state = mic ? (camera ? 'both' : 'micOnly') : camera ? 'cameraOnly' : 'none';
  return (
    <>
      <Button size="lg" onClick={onEnter}>
        {t('check.enter')}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {t(`check.state.${state}`)}
      </Text>
      {(mic || camera) && (
        <Button variant="subtle" onClick={onEnterWithout}>
          {t('check.enterWithout')}
        </Button>
      )}
    </>
  );
}
