import { Button } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDevices, useLocal } from '../room-context';

const icons = {
  microphone: { on: IconMicrophone, off: IconMicrophoneOff },
  camera: { on: IconVideo, off: IconVideoOff },
};

/** Microphone or camera on and off, before entering. */
export function DeviceToggle({ source }: { source: 'microphone' | 'camera' }) {
  const { t } = useTranslation('room');
  const local = useDevices();
  const status = useLocal((state) => state[source].status);
  const on = status === 'on';
  const Icon = icons[source][on ? 'on' : 'off'];
  const toggle = (): void => void (source === 'camera' ? local.setCamera(!on) : local.setMicrophone(!on));
  return (
    <Button
      variant={on ? 'light' : 'default'}
      leftSection={<Icon size={18} aria-hidden />}
      loading={status === 'starting'}
      onClick={toggle}
    >
      {t(`devices.${source}.${on ? 'turnOff' : 'turnOn'}`)}
    </Button>
  );
}
