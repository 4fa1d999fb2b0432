import type { Recording } from '@lectern/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../api/query';
import { Section } from '../../ui/section';
import { RecordingRow } from './recording-row';
import classes from './recordings.module.css';

export function Recordings({ webinarId }: { webinarId: string }) {
  const { t } = useTranslation('webinar');
  const { data } = useQuery({
    ...apiQuery('GET /api/webinars/:webinarId/recordings', { params: { webinarId } }),
    refetchInterval: ({ state }) => pace(state.data?.recordings ?? []),
  });
  if (!data || data.recordings.length === 0) return null;
  return (
    <Section title={t('recordings.title')}>
      <ul className={classes.list}>
        {data.recordings.map((recording) => (
          <RecordingRow key={recording.id} recording={recording} />
        ))}
      </ul>
    </Section>
  );
}

/** Every second while something moves, now and then while something may begin. */
function pace(recordings: readonly Recording[]): number {
  if (recordings.some(({ status }) => status === 'processing')) return 1000;
  return recordings.some(({ status }) => status === 'recording') ? 5000 : 20_000;
}
