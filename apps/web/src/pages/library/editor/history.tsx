import type { TranscriptVersion } from '@lectern/contracts';
import { Button, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { apiQuery } from '../../../api/query';
import { formatDate, formatTime } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import { Loaded } from '../../../ui/loaded';
import { Problem } from '../../../ui/problem';
import type { Latest } from './draft';
import classes from './editor.module.css';

interface HistoryProps {
  resourceId: string;
  revision: number;
  isSaved: boolean;
  onRestored: (latest: Latest) => void;
}

/** Who has changed the transcript, and the way back: a restore can be taken back as well. */
export function History({ resourceId, revision, isSaved, onRestored }: HistoryProps) {
  const { t } = useTranslation('library');
  const params = { resourceId };
  const versions = useQuery(apiQuery('GET /api/resources/:resourceId/transcript/versions', { params }));
  const restore = useRestore(resourceId, revision, onRestored);
  return (
    <section className={classes.history} aria-label={t('editor.history.title')}>
      <Loaded query={versions} skeleton={<Skeleton h={96} radius="md" />}>
        {({ versions: list }) =>
          list.length === 0 ? (
            <Text size="sm">{t('editor.history.none')}</Text>
          ) : (
            <ol className={classes.versions}>
              {list.map((version) => (
                <li key={version.number} className={classes.version}>
                  <Words version={version} />
                  {!version.current && (
                    <Button
                      variant="default"
                      size="xs"
                      // What is not saved yet would be lost.
                      disabled={!isSaved}
                      loading={restore.isPending && restore.variables === version.number}
                      onClick={() => restore.mutate(version.number)}
                    >
                      {t('editor.history.restore')}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      <Problem error={restore.error} />
    </section>
  );
}

function Words({ version: { author, endedAt, changes, current } }: { version: TranscriptVersion }) {
  const { t } = useTranslation('library');
  const moment = useMoment();
  const at = new Date(endedAt);
  return (
    <div>
      <Text size="sm" fw={600}>
        <bdi>{author ?? t('editor.history.recognised')}</bdi>
        {current && ` · ${t('editor.history.current')}`}
      </Text>
      <Text size="sm" c="dimmed">
        {formatDate(at, moment)}, {formatTime(at, moment)}
        {changes > 0 && ` · ${t('editor.history.changes', { count: changes })}`}
      </Text>
    </div>
  );
}

function useRestore(resourceId: string, revision: number, onRestored: (latest: Latest) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (number: number) => {
      const params = { resourceId, number: String(number) };
      await api('POST /api/resources/:resourceId/transcript/versions/:number/restore', { params, body: { revision } });
      return api('GET /api/resources/:resourceId/transcript', { params: { resourceId } });
    },
    onSuccess: (latest) => {
      onRestored(latest);
      void queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId/transcript/versions'] });
      void queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId'] });
    },
  });
}
