import { IconDoorExit, IconDots, IconSettings } from '@tabler/icons-react';
import { Activity, type ActivityProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useAbilities, useLiveRoom, useRoom } from '../room-context';
import { ReactionButton } from '../reactions/reaction-button';
import { BarButton } from './bar-button';
import classes from './bar.module.css';
import { Extra } from './extra';
import { HandButton, LeaveStageButton } from './hand-buttons';
import { HostButtons } from './host-buttons';
import { LayoutMenu } from './layout-menu';
import { PresentButton } from '../presentation/present-button';
import { MediaButtons } from './media-buttons';

interface ControlBarProps {
  onSettings: () => void;
  /** The bar keeps its place while there is no time to draw what is in it. */
  content: ActivityProps['mode'];
}

/** The bottom bar. Each control keeps its place, whatever its state; on phones, what does not fit comes with "More". */
export function ControlBar({ onSettings, content }: ControlBarProps) {
  const { t } = useTranslation('room');
  const { stage, run } = useAbilities();
  const [all, setAll] = useState(false);
  const crowded = stage || run;
  return (
    <footer className={classes.bar} aria-label={t('bar.label')} data-all={all || !crowded || undefined}>
      <Activity mode={content}>
        <Groups {...{ onSettings, all }} onAll={crowded ? setAll : undefined} />
      </Activity>
    </footer>
  );
}

interface GroupsProps {
  onSettings: () => void;
  all: boolean;
  /** Where a phone has no room for all. */
  onAll: ((all: boolean) => void) | undefined;
}

function Groups({ onSettings, all, onAll }: GroupsProps) {
  const { t } = useTranslation('room');
  const { stage, present, run } = useAbilities();
  const audience = useRoom((state) => state.me?.role === 'attendee');
  return (
    <>
      <div className={classes.group}>
        {stage && <MediaButtons />}
        {present && (
          <Extra>
            <PresentButton />
          </Extra>
        )}
        {audience && (stage ? <LeaveStageButton /> : <HandButton />)}
        <Extra>
          <ReactionButton />
        </Extra>
      </div>
      <div className={classes.group}>{run && <HostButtons />}</div>
      <div className={classes.group} data-end>
        <div className={classes.wide}>
          <LayoutMenu />
        </div>
        <Extra>
          <BarButton
            icon={<IconSettings />}
            state={t('bar.settings')}
            action={t('bar.settings')}
            onClick={onSettings}
          />
        </Extra>
        {onAll && <MoreButton all={all} onClick={() => onAll(!all)} />}
        <LeaveButton />
      </div>
    </>
  );
}

/** Shows the rest on phones; wider bars have room for all of it. */
function MoreButton({ all, onClick }: { all: boolean; onClick: () => void }) {
  const { t } = useTranslation('room');
  const label = t(all ? 'bar.less' : 'bar.more');
  return (
    <div className={classes.narrow}>
      <BarButton icon={<IconDots />} state={label} action={label} aria-expanded={all} onClick={onClick} />
    </div>
  );
}

function LeaveButton() {
  const { t } = useTranslation('room');
  const { webinarId } = useLiveRoom().session;
  const navigate = useNavigate();
  const leave = (): void => void navigate(`/w/${webinarId}`);
  return <BarButton icon={<IconDoorExit />} state={t('bar.leave')} action={t('bar.leave')} onClick={leave} />;
}
