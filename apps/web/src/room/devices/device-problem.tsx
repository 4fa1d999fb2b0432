import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MediaProblem } from '../media/problem';
import { useDevices, useLocal } from '../room-context';
import classes from './device-problem.module.css';

/** Why there is no microphone or camera, and what to do about it. One cause for both is told once. */
export function DeviceProblems() {
  const local = useDevices();
  const microphone = useLocal((state) => state.microphone.problem);
  const camera = useLocal((state) => state.camera.problem);
  const microphoneAgain = (): Promise<void> => local.setMicrophone(true);
  const cameraAgain = (): Promise<void> => local.setCamera(true);
  if (microphone && microphone === camera) {
    return <Problem source="both" problem={microphone} onAgain={() => void local.startBoth()} />;
  }
  return (
    <>
      {microphone && <Problem source="microphone" problem={microphone} onAgain={() => void microphoneAgain()} />}
      {camera && <Problem source="camera" problem={camera} onAgain={() => void cameraAgain()} />}
    </>
  );
}

interface ProblemProps {
  source: 'microphone' | 'camera' | 'both';
  problem: MediaProblem;
  onAgain: () => void;
}

function Problem({ source, problem, onAgain }: ProblemProps) {
  const { t } = useTranslation('room');
  const icon = <IconAlertTriangle size={18} aria-hidden />;
  return (
    <Alert classNames={classes} icon={icon} title={t(`problem.title.${source}`)} role="alert">
      <p className={classes.text}>{t(`problem.${problem}`)}</p>
      {problem !== 'insecure' && (
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          {t('problem.again')}
        </Button>
      )}
    </Alert>
  );
}
