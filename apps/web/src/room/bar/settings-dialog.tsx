import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Checkbox, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CaptionSettings } from '../captions/caption-settings';
import { DeviceProblems } from '../devices/device-problem';
import { DeviceSelect } from '../devices/device-select';
import { LanguageSelect } from '../devices/language-select';
import { LevelMeter } from '../devices/level-meter';
import { ChannelSelect } from '../interpretation/channel-select';
import { useAbilities, useLiveRoom, useRoom, useView } from '../room-context';
import { LeaveOutSetting } from '../recording/leave-out-setting';
import { layoutModes } from '../stage/layout';
import { Dialog } from '../ui/dialog';
import { usePushToTalk } from './use-talk-key';

interface SettingsDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Devices, in mid-call too, and how the stage is laid out. */
export function SettingsDialog({ opened, onClose }: SettingsDialogProps) {
  const { t } = useTranslation('room');
  const { stage } = useAbilities();
  const { view } = useLiveRoom();
  const layout = useView((state) => state.layout);
  const options = layoutModes.map((value) => ({ value, label: t(`settings.${value}`) }));
  return (
    <Dialog opened={opened} onClose={onClose} title={t('settings.title')}>
      <Stack>
        <div>
          <Text size="sm" fw={500} id="layout-label">
            {t('settings.layout')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="layout-label"
            data={options}
            value={layout}
            onChange={(value) => view.set({ layout: value, pinned: null })}
          />
        </div>
        <CaptionSettings />
        <LeaveOutSetting />
        <Devices stage={stage} />
      </Stack>
    </Dialog>
  );
}

const none: readonly string[] = [];

function Devices({ stage }: { stage: boolean }) {
  const { local } = useLiveRoom();
  const languages = useRoom((state) => state.webinar?.languages ?? none);
  const interprets = useRoom((state) => state.me?.role === 'interpreter');
  useEffect(() => void local.refreshDevices(), [local]);
  if (!stage) return <DeviceSelect kind="audiooutput" />;
  return (
    <>
      <DeviceProblems />
      <DeviceSelect kind="audioinput" />
      <LevelMeter />
      {interprets ? <ChannelSelect languages={languages} /> : <LanguageSelect languages={languages} />}
      <TalkSetting />
      <DeviceSelect kind="videoinput" />
      <DeviceSelect kind="audiooutput" />
    </>
  );
}

/** The microphone only while a key is held. */
function TalkSetting() {
  const { t } = useTranslation('room');
  const { talk } = useLiveRoom();
  const enabled = usePushToTalk();
  return (
    <Checkbox
      label={t('settings.pushToTalk')}
      description={t('settings.pushToTalkHint')}
      checked={enabled}
      onChange={(event) => talk.enable(event.currentTarget.checked)}
    />
  );
}
