import {
  IconBroadcast,
  IconPlayerPauseFilled,
  IconPlayerRecordFilled,
  IconPlayerStopFilled,
  IconSquareRoundedX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../room-context';
import { Confirm } from '../ui/confirm';
import { BarButton } from './bar-button';
import { Extra } from './extra';
import { PracticeButton } from './practice-button';
import { useCommand } from './use-command';

/** What the host alone does: go live, record, end. */
export function HostButtons() {
  const status = useRoom((state) => state.webinar?.status);
  if (status === 'scheduled')
    return (
      <>
        <Extra>
          <PracticeButton />
        </Extra>
        <GoLiveButton />
      </>
    );
  return (
    <>
      <RecordButton />
      <Extra>
        <PauseButton />
        <EndButton />
      </Extra>
    </>
  );
}

function GoLiveButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const [busy, run] = useCommand();
  return (
    <BarButton
      icon={<IconBroadcast />}
      state={t('bar.goLive')}
      action={t('bar.goLive')}
      tone="primary"
      busy={busy}
      onClick={() => run(() => commands.startWebinar())}
    />
  );
}

function RecordButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const recording = useRoom((state) => state.recording?.status === 'recording');
  const [busy, run] = useCommand();
  return (
    <BarButton
      icon={recording ? <IconPlayerStopFilled /> : <IconPlayerRecordFilled />}
      state={t(recording ? 'bar.recording' : 'bar.record')}
      action={t(recording ? 'bar.stopRecording' : 'bar.startRecording')}
      tone={recording ? 'live' : 'plain'}
      busy={busy}
      onClick={() => run(() => (recording ? commands.stopRecording() : commands.startRecording()))}
    />
  );
}

/** Beside the recording that it pauses. */
function PauseButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const recording = useRoom((state) => (state.recording?.status === 'recording' ? state.recording : null));
  const [busy, run] = useCommand();
  if (!recording) return null;
  const paused = recording.pausedAt !== null;
  return (
    <BarButton
      icon={paused ? <IconPlayerRecordFilled /> : <IconPlayerPauseFilled />}
      state={t(paused ? 'bar.recordingPaused' : 'bar.pause')}
      action={t(paused ? 'bar.resumeRecording' : 'bar.pauseRecording')}
      tone={paused ? 'waiting' : 'plain'}
      busy={busy}
      onClick={() => run(() => commands.pauseRecording(!paused))}
    />
  );
}

function EndButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const [asking, setAsking] = useState(false);
  const [busy, run] = useCommand();
  return (
    <>
      <BarButton
        icon={<IconSquareRoundedX />}
        state={t('bar.end')}
        action={t('bar.endForAll')}
        busy={busy}
        onClick={() => setAsking(true)}
      />
      <Confirm
        opened={asking}
        title={t('end.title')}
        text={t('end.text')}
        action={t('end.action')}
        onConfirm={() => run(() => commands.endWebinar())}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
