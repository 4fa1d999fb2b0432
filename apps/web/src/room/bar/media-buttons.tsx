import { IconMicrophoneOff, IconScreenShare, IconScreenShareOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { canShareScreen } from '../media/capture';
import { useAbilities, useLocal, useRoom } from '../room-context';
import { BarButton } from './bar-button';
import { OpenMicIcon } from './mic-icon';
import { useMicrophoneLocked, useOwnControls } from './use-own-media';
import { usePushToTalk } from './use-talk-key';

/** Microphone, camera and screen of those on the stage. */
export function MediaButtons() {
  const { screen } = useAbilities();
  return (
    <>
      <MicrophoneButton />
      <CameraButton />
      {screen && canShareScreen() && <ScreenButton />}
    </>
  );
}

function MicrophoneButton() {
  const { t } = useTranslation('room');
  const { toggleMicrophone } = useOwnControls();
  const status = useLocal((state) => state.microphone.status);
  const muted = useRoom((state) => state.me?.muted === true);
  const locked = useMicrophoneLocked() && status === 'off';
  const talks = usePushToTalk();
  const on = status === 'on';
  return (
    <BarButton
      icon={on ? <OpenMicIcon /> : <IconMicrophoneOff />}
      state={t(
        muted
          ? 'bar.mutedByModerator'
          : locked
            ? 'bar.micLocked'
            : talks
              ? on
                ? 'bar.talking'
                : 'bar.holdSpace'
              : on
                ? 'bar.micOn'
                : 'bar.micOff',
      )}
      action={t(on ? 'bar.mute' : 'bar.unmute')}
      hotkey="M"
      tone={on ? 'plain' : 'off'}
      busy={status === 'starting'}
      onClick={toggleMicrophone}
    />
  );
}

function CameraButton() {
  const { t } = useTranslation('room');
  const { toggleCamera } = useOwnControls();
  const status = useLocal((state) => state.camera.status);
  const on = status === 'on';
  return (
    <BarButton
      icon={on ? <IconVideo /> : <IconVideoOff />}
      state={t(on ? 'bar.cameraOn' : 'bar.cameraOff')}
      action={t(on ? 'bar.turnCameraOff' : 'bar.turnCameraOn')}
      hotkey="V"
      tone={on ? 'plain' : 'off'}
      busy={status === 'starting'}
      onClick={toggleCamera}
    />
  );
}

function ScreenButton() {
  const { t } = useTranslation('room');
  const { toggleScreen } = useOwnControls();
  const status = useLocal((state) => state.screen.status);
  const on = status === 'on';
  return (
    <BarButton
      icon={on ? <IconScreenShareOff /> : <IconScreenShare />}
      state={t(on ? 'bar.sharing' : 'bar.screen')}
      action={t(on ? 'bar.stopSharing' : 'bar.share')}
      hotkey="S"
      tone={on ? 'live' : 'plain'}
      busy={status === 'starting'}
      onClick={toggleScreen}
    />
  );
}
