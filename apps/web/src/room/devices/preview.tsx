import { useTranslation } from 'react-i18next';
import { useLocal } from '../room-context';
import { VideoView } from '../ui/video-view';
import { Avatar } from '../ui/avatar';
import classes from './devices.module.css';

/** How the others will see this person; mirrored, as people know themselves. */
export function Preview({ name }: { name: string }) {
  const { t } = useTranslation('room');
  const camera = useLocal((state) => state.camera);
  return (
    <div className={classes.preview}>
      {camera.track ? (
        <VideoView track={camera.track} mirrored label={t('devices.preview')} testId="preview-video" />
      ) : (
        <div className={classes.dark}>
          <Avatar name={name} size="xl" />
          <span>{camera.status === 'starting' ? t('devices.starting') : t('devices.cameraIsOff')}</span>
        </div>
      )}
    </div>
  );
}
