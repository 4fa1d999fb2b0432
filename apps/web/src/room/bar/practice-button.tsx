import type { PracticeResult } from '@lectern/contracts';
import { IconPlayerRecord, IconPlayerStopFilled } from '@tabler/icons-react';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../room-context';
import { Dialog } from '../ui/dialog';
import { clock } from '../ui/format';
import { BarButton } from './bar-button';
import { useCommand } from './use-command';

/** Before it is live: a recording that is thrown away, and afterwards what a real one would have had. */
export function PracticeButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const runs = useRoom((state) => state.practice !== null);
  const [result, setResult] = useState<PracticeResult | null>(null);
  const [busy, run] = useCommand();
  const toggle = async (): Promise<void> => {
    if (runs) setResult(await commands.stopPractice());
    else await commands.startPractice();
  };
  return (
    <>
      <BarButton
        icon={runs ? <IconPlayerStopFilled /> : <IconPlayerRecord />}
        state={t(runs ? 'practice.runs' : 'practice.name')}
        action={t(runs ? 'practice.stop' : 'practice.start')}
        tone={runs ? 'waiting' : 'plain'}
        busy={busy}
        onClick={() => run(toggle)}
      />
      <Dialog opened={result !== null} onClose={() => setResult(null)} title={t('practice.resultTitle')}>
        {result && <Result result={result} />}
      </Dialog>
    </>
  );
}

function Result({ result: { seconds, tracks } }: { result: PracticeResult }) {
  const { t } = useTranslation('room');
  return (
    <div data-testid="practice-result">
      <Text size="sm">{t('practice.result', { time: clock(seconds) })}</Text>
      {tracks.length === 0 ? (
        <Text size="sm" mt="sm" role="alert">
          {t('practice.nothing')}
        </Text>
      ) : (
        <ul>
          {tracks.map(({ displayName, source }, index) => (
            <li key={index}>{t(`practice.source.${source}`, { name: displayName })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
