import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelBar } from '../devices/level-meter';
import { useLiveRoom, useLocal, useRoom } from '../room-context';
import { CoughButton, HandOverButton, SlowDownButton, TakeOverButton } from './booth-buttons';
import { ChannelSelect } from './channel-select';
import { colleaguesOf } from './channels';
import classes from './interpretation.module.css';

const none: readonly string[] = [];

/** What an interpreter has to see while speaking: into which language, on air or not, how loud, and who shares the booth. */
export function InterpreterConsole() {
  const interprets = useRoom((state) => state.me?.role === 'interpreter');
  return interprets ? <Console /> : null;
}

function Console() {
  const { t } = useTranslation('room');
  const languages = useRoom((state) => state.webinar?.languages ?? none);
  const onAir = useOnAir();
  return (
    <section className={classes.console} aria-label={t('interpreter.console')} data-testid="console">
      <span className={classes.field}>
        <span aria-hidden>{t('interpreter.into')}</span>
        <ChannelSelect compact languages={languages} />
      </span>
      <strong className={classes.air} data-on={onAir || undefined} role="status" data-testid="on-air">
        {t(onAir ? 'interpreter.onAir' : 'interpreter.offAir')}
      </strong>
      <span className={classes.level}>
        <LevelBar label={t('devices.level')} />
      </span>
      <CoughButton onAir={onAir} />
      <SlowDownButton />
      <HandOver onAir={onAir} />
      <Colleagues />
    </section>
  );
}

/** As the room has it, not as this device means it. */
function useOnAir(): boolean {
  return useRoom(({ producers, peerId }) =>
    producers.some((info) => info.peerId === peerId && info.source === 'interpretation' && !info.paused),
  );
}

/** Between those who take turns: a booth has two, as nobody interprets well for more than half an hour. */
function HandOver({ onAir }: { onAir: boolean }) {
  const language = useLocal((state) => state.language);
  const hasColleagues = useRoom(({ stage, me }) =>
    stage.some(({ role, participantId }) => role === 'interpreter' && participantId !== me?.id),
  );
  if (!hasColleagues) return null;
  return onAir ? <HandOverButton /> : <TakeOverButton language={language} />;
}

function Colleagues() {
  const { t } = useTranslation('room');
  const { session } = useLiveRoom();
  const language = useLocal((state) => state.language);
  const stage = useRoom((state) => state.stage);
  const producers = useRoom((state) => state.producers);
  const { peerId } = session.store.get();
  const others = useMemo(
    () => (language === null ? [] : colleaguesOf(language, stage, producers, peerId)),
    [language, stage, producers, peerId],
  );
  if (others.length === 0) return <p className={classes.colleagues}>{t('interpreter.alone')}</p>;
  return (
    <p className={classes.colleagues}>
      {others.map(({ peerId: id, name, onAir }) => (
        <span key={id}>
          <bdi>{name}</bdi>: {t(onAir ? 'interpreter.colleagueOnAir' : 'interpreter.colleagueOff')}{' '}
        </span>
      ))}
    </p>
  );
}
