import type { Cue } from '@lectern/contracts';
import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '../../../ui/message';
import { CueLine } from './cue-line';
import { cueAt, turnsOf } from './cues';
import type { Playback } from './playback';
import classes from './transcript.module.css';
import { useFollow } from './use-follow';

/** What was said, following the video; each line jumps to its second. */
export function Transcript({ cues, playback }: { cues: readonly Cue[]; playback: Playback }) {
  const { t } = useTranslation('library');
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const shown = useMemo(() => matching(cues, wanted), [cues, wanted]);
  const turns = useMemo(() => turnsOf(shown), [shown]);
  const active = useSyncExternalStore(playback.subscribe, () => cueAt(shown, playback.time()));
  const follow = useFollow(active, wanted === '');
  if (cues.length === 0) return <Message size="section" title={t('transcript.none')} text={t('transcript.noneText')} />;
  return (
    <>
      <TextInput
        type="search"
        size="md"
        aria-label={t('transcript.search')}
        placeholder={t('transcript.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" role="status" className={classes.found}>
        {wanted !== '' && t('transcript.found', { count: shown.length })}
      </Text>
      {/* Scrolls by itself, so the keyboard must reach it. */}
      <div className={classes.scroll} {...follow} tabIndex={0} role="group" aria-label={t('transcript.tab')}>
        {turns.map((turn) => (
          <div key={turn.cues[0]?.index} className={classes.turn}>
            <p className={classes.speaker} dir="auto">
              {turn.interpreted ? t('transcript.interpreter', { name: turn.speaker }) : turn.speaker}
            </p>
            {turn.cues.map(({ cue, index }) => (
              <CueLine key={index} cue={cue} isActive={index === active} wanted={wanted} playback={playback} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function matching(cues: readonly Cue[], wanted: string): readonly Cue[] {
  const word = wanted.toLowerCase();
  return word === '' ? cues : cues.filter(({ text }) => text.toLowerCase().includes(word));
}
