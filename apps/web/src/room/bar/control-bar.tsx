import { IconDoorExit, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useAbilities, useLiveRoom, useRoom } from '../room-context';
import { ReactionButton } from '../reactions/reaction-button';
import { BarButton } from './bar-button';
import classes from './bar.module.css';
import { HandButton, LeaveStageButton } from './hand-buttons';
import { HostButtons } from './host-buttons';
import { LayoutMenu } from './layout-menu';
import { PresentButton } from '../presentation/present-button';
import { MediaButtons } from './media-buttons';

/** The bottom bar. Each control keeps its place, whatever its state. */
export function ControlBar({ onSettings }: { onSettings: () => void }) {
  const { t } = useTranslation('room');
  const { stage, present, run } = useAbilities();
  const audience = useRoom((state) => state.me?.role === 'attendee');
  return (
    <footer className={classes.bar} aria-label={t('bar.label')}>
      <div className={classes.group}>
        {stage && <MediaButtons />}
        {present && <PresentButton />}
        {audience && (stage ? <LeaveStageButton /> : <HandButton />)}
        <ReactionButton />
      </div>
      <div className={classes.group}>{run && <HostButtons />}</div>
      <div className={classes.group} data-end>
        <div className={classes.wide}>
          <LayoutMenu />
        </div>
        <BarButton icon={<IconSettings />} state={t('bar.settings')} action={t('bar.settings')} onClick={onSettings} />
        <LeaveButton />
      </div>
    </footer>
  );
}

function LeaveButton() {
  const { t } = useTranslation('room');
  const { webinarId } = useLiveRoom().session;
  const navigate = useNavigate();
  const leave = (): void => void navigate(`/w/${webinarId}`);
  return <BarButton icon={<IconDoorExit />} state={t('bar.leave')} action={t('bar.leave')} onClick={leave} />;
}
