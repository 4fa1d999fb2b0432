import '@mantine/core/styles/Input.layer.css';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceKind } from '../media/device-choice';
import { useDevices, useLocal } from '../room-context';

/** The devices of one kind. A native select: it is the best one on phones and for screen readers. */
export function DeviceSelect({ kind }: { kind: DeviceKind }) {
  const { t } = useTranslation('room');
  const local = useDevices();
  const devices = useLocal((state) => state.devices);
  const chosen = useLocal((state) => state.choice[kind]);
  const current = useLocal((state) => currentDevice(kind, state.microphone.track, state.camera.track));
  const options = devices
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map((device, index) => ({
      value: device.deviceId,
      label: device.label || t('devices.nameless', { n: index + 1 }),
    }));
  if (kind === 'audiooutput' && options.length === 0) return null;
  return (
    <NativeSelect
      label={t(`devices.${kind}`)}
      data={options.length > 0 ? options : [{ value: '', label: t('devices.none') }]}
      value={current ?? chosen ?? options[0]?.value ?? ''}
      disabled={options.length === 0}
      onChange={(event) => void local.choose(kind, event.currentTarget.value)}
    />
  );
}

function currentDevice(kind: DeviceKind, mic: MediaStreamTrack | null, camera: MediaStreamTrack | null) {
  if (kind === 'audioinput') return mic?.getSettings().deviceId;
  return kind === 'videoinput' ? camera?.getSettings().deviceId : undefined;
}
