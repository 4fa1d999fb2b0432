import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia, useRoom } from '../room-context';
import { languageName } from '../ui/format';
import { captionsHeard, stillShown } from './caption-lines';
import classes from './captions.module.css';
import { useCaptions } from './use-captions';

/** What is being said, under the stage: two lines, the newest words always in view. */
export function CaptionView() {
  const on = useCaptions((state) => state.on);
  return on ? <Lines /> : null;
}

function Lines() {
  const { t } = useTranslation('room');
  const size = useCaptions((state) => state.size);
  const captions = useFresh();
  const missed = useRoom((state) => state.captionsMissed);
  return (
    // Not read aloud: whoever listens to a screen reader hears the speaker, too.
    <section className={classes.captions} data-size={size} aria-label={t('captions.label')} data-testid="captions">
      <div className={classes.lines}>
        {captions.map(({ id, speaker, text, language }) => (
          <p key={id} className={classes.line} data-testid="caption">
            <b className={classes.speaker}>
              <bdi>{speaker}</bdi>
            </b>{' '}
            <span lang={language} dir="auto">
              {text}
            </span>
          </p>
        ))}
        {captions.length === 0 && <Waiting missed={missed} />}
      </div>
    </section>
  );
}

function Waiting({ missed }: { missed: boolean }) {
  const { t } = useTranslation('room');
  const missing = useCaptions((state) => state.missing);
  const live = useRoom((state) => state.webinar?.languages ?? []);
  const languages = missing.map(languageName).join(', ');
  const none = missing.length > 0 && missing.length === live.length;
  if (none) return <p className={classes.note}>{t('captions.none', { languages })}</p>;
  if (missed) return <p className={classes.note}>{t('captions.missed')}</p>;
  return (
    <p className={classes.note}>
      {t('captions.waiting')} {missing.length > 0 && t('captions.missing', { languages })}
    </p>
  );
}

const LOOK_EVERY_MS = 1_000;

/** Those that have not stood for too long. */
function useFresh() {
  const captions = useRoom((state) => state.captions);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (captions.length === 0) return;
    const timer = setInterval(() => setNow(performance.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [captions]);
  const channel = useMedia((state) => state.channel);
  return captionsHeard(stillShown(captions, now), channel);
}
