import { Activity, type ActivityProps } from 'react';
import { useTranslation } from 'react-i18next';
import { CaptionButton } from '../captions/caption-button';
import { useRoom } from '../room-context';
import { ListenMenu } from '../interpretation/listen-menu';
import { RecordingBadge } from '../recording/recording-badge';
import { languageName } from '../ui/format';
import { Running } from '../ui/running';
import { LineMenu } from './line-menu';
import classes from './top-bar.module.css';

/** What is happening, at a glance: title, live or not, recording, how many, which languages, how the line does. */
export function TopBar({ menus }: { menus: ActivityProps['mode'] }) {
  const { t } = useTranslation('room');
  const webinar = useRoom((state) => state.webinar);
  const present = useRoom((state) => state.present);
  if (!webinar) return null;
  return (
    <section className={classes.bar} aria-label={t('top.label')}>
      <h1 className={classes.title}>{webinar.title}</h1>
      <div className={classes.facts}>
        <LiveBadge />
        <RecordingBadge />
        <PracticeBadge />
        <span data-testid="present">{t('top.present', { count: present })}</span>
        <span className={classes.wide}>{webinar.languages.map(languageName).join(', ')}</span>
        <Activity mode={menus}>
          <ListenMenu />
          <CaptionButton />
          <LineMenu />
        </Activity>
      </div>
    </section>
  );
}

function LiveBadge() {
  const { t } = useTranslation('room');
  const webinar = useRoom((state) => state.webinar);
  if (webinar?.status !== 'live') {
    return (
      <span className={classes.badge} data-tone="wait">
        {t('top.notLive')}
      </span>
    );
  }
  return (
    <span className={classes.badge} data-tone="live" data-testid="live-badge">
      <i aria-hidden /> {t('top.live')} {webinar.startedAt && <Running since={webinar.startedAt} />}
    </span>
  );
}

function PracticeBadge() {
  const { t } = useTranslation('room');
  const practice = useRoom((state) => state.practice);
  if (!practice) return null;
  return (
    <span className={classes.badge} data-tone="wait" data-testid="practice-badge">
      {t('top.practice')} <Running since={practice.startedAt} />
    </span>
  );
}
