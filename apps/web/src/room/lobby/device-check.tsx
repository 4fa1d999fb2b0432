import type { Role, Webinar } from '@lectern/contracts';
import { Button, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/use-me';
import { DeviceProblems } from '../devices/device-problem';
import { DeviceSelect } from '../devices/device-select';
import { DeviceToggle } from '../devices/device-toggle';
import classes from '../devices/devices.module.css';
import { LanguageSelect } from '../devices/language-select';
import { LevelMeter } from '../devices/level-meter';
import { Preview } from '../devices/preview';
import { ConsentNotice } from '../../recordings/terms/consent-notice';
import { Problem } from '../../ui/problem';
import type { Consent } from '../recording/use-consent';
import { ChannelSelect } from '../interpretation/channel-select';
import { useLiveRoom, useLocal } from '../room-context';
import { Frame } from './frame';

interface DeviceCheckProps {
  webinar: Webinar | null;
  role: Role | null;
  consent: Consent;
  onEnter: () => void;
}

/** For those who may be on the stage: am I seen, am I heard, with which devices? */
export function DeviceCheck({ webinar, role, consent, onEnter }: DeviceCheckProps) {
  const { t } = useTranslation(['room', 'common']);
  const { local } = useLiveRoom();
  const { me } = useMe();
  const name = me?.displayName ?? '';
  const languages = webinar?.languages ?? [];
  const interprets = role === 'interpreter';
  useEffect(() => void (interprets ? local.setMicrophone(true) : local.startBoth()), [local, interprets]);
  const enterWithout = (): void => {
    consent.before(() => {
      local.drop('microphone');
      local.drop('camera');
      onEnter();
    });
  };
  // On air in silence, an interpreter would take the room from those who listen.
  const enterOffAir = (): void => {
    consent.before(() => {
      void local.setMicrophone(false);
      onEnter();
    });
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
          {consent.wanted && (
            <div className={classes.consent}>
              <ConsentNotice {...consent.wanted} />
            </div>
          )}
        </div>
        <div className={classes.form}>
          <DeviceProblems />
          <LevelMeter />
          <DeviceSelect kind="audioinput" />
          {interprets ? <ChannelSelect languages={languages} /> : <LanguageSelect languages={languages} />}
          <DeviceSelect kind="videoinput" />
          <DeviceSelect kind="audiooutput" />
          <Problem error={consent.error} />
          {interprets ? (
            <EnterOffAir consent={consent} onEnter={enterOffAir} />
          ) : (
            <EnterButtons consent={consent} onEnter={() => consent.before(onEnter)} onEnterWithout={enterWithout} />
          )}
        </div>
      </div>
    </Frame>
  );
}

interface EnterButtonsProps {
  consent: Consent;
  onEnter: () => void;
  onEnterWithout: () => void;
}

function EnterOffAir({ consent: { wanted, isPending }, onEnter }: Omit<EnterButtonsProps, 'onEnterWithout'>) {
  const { t } = useTranslation(['room', 'recording']);
  return (
    <>
      <Button size="lg" onClick={onEnter} loading={isPending}>
        {wanted ? t('recording:consent.agreeAndEnter') : t('check.enter')}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {t('interpreter.entersOff')}
      </Text>
    </>
  );
}

function EnterButtons({ consent: { wanted, isPending }, onEnter, onEnterWithout }: EnterButtonsProps) {
  const { t } = useTranslation(['room', 'recording']);
  const mic = useLocal((state) => state.microphone.status === 'on');
  const camera = useLocal((state) => state.camera.status === 'on');
  const state = mic ? (camera ? 'both' : 'micOnly') : camera ? 'cameraOnly' : 'none';
  return (
    <>
      <Button size="lg" onClick={onEnter} loading={isPending}>
        {wanted ? t('recording:consent.agreeAndEnter') : t('check.enter')}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {t(`check.state.${state}`)}
      </Text>
      {(mic || camera) && (
        <Button variant="subtle" className={classes.without} onClick={onEnterWithout} disabled={isPending}>
          {wanted ? t('recording:consent.agreeAndEnterWithout') : t('check.enterWithout')}
        </Button>
      )}
    </>
  );
}
