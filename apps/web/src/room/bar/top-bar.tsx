import { useTranslation } from 'react-i18next';
import { CaptionButton } from '../captions/caption-button';
import { useRoom } from '../room-context';
import { clock, languageName, secondsSince } from '../ui/format';
import { useServerNow } from '../ui/use-now';
import { LineMenu } from './line-menu';
import classes from './top-bar.module.css';

/** What is happening, at a glance: title, live or not, recording, how many, which languages, how the line does. */
export function TopBar() {
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
        <CaptionButton />
        <LineMenu />
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

function RecordingBadge() {
  const { t } = useTranslation('room');
  const recording = useRoom((state) => state.recording);
  if (recording?.status !== 'recording') return null;
  const { startedAt, pausedAt, pausedMs } = recording;
  return (
    <span className={classes.badge} data-tone={pausedAt ? 'wait' : 'recording'} data-testid="recording-badge">
      {!pausedAt && <i aria-hidden />} {t(pausedAt ? 'top.recordingPaused' : 'top.recording')}{' '}
      {pausedAt ? (
        <time className={classes.time}>{clock(secondsSince(startedAt, Date.parse(pausedAt) - pausedMs))}</time>
      ) : (
        <Running since={startedAt} less={pausedMs} />
      )}
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

/** @param less milliseconds that do not count */
function Running({ since, less = 0 }: { since: string; less?: number }) {
  return <time className={classes.time}>{clock(secondsSince(since, useServerNow() - less))}</time>;
}
