import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { apiQuery } from '../../api/query';
import classes from '../../recordings/terms/terms.module.css';
import { Problem } from '../../ui/problem';

/** For whoever took part: whether one is in the recordings, also when all is over. */
export function OwnRecording({ webinarId, over }: { webinarId: string; over: boolean }) {
  const { t } = useTranslation('recording');
  const queries = useQueryClient();
  const params = { webinarId };
  const options = apiQuery('GET /api/webinars/:webinarId/recording-terms', { params });
  const { data } = useQuery(options);
  const change = useMutation({
    mutationFn: (leftOut: boolean) =>
      api('PUT /api/webinars/:webinarId/recording-standing', { params, body: { leftOut } }),
    onSuccess: (standing) => {
      queries.setQueryData(options.queryKey, (old) => old && { ...old, standing });
      void queries.invalidateQueries({ queryKey: ['GET /api/webinars/:webinarId/recordings'] });
      void queries.invalidateQueries({ queryKey: ['GET /api/recordings/:recordingId/people'] });
    },
  });
  if (!data?.standing) return null;
  const { leftOut, consented } = data.standing;
  // Before anything can have been recorded of somebody there is nothing to say.
  if (!over && !consented && !leftOut) return null;
  return (
    <section className={classes.own} aria-labelledby="own-recording">
      <h2 id="own-recording">{t('own.title')}</h2>
      <Text size="sm" c="dimmed" role="status">
        {t(leftOut ? 'own.out' : 'own.in')}
      </Text>
      <Problem error={change.error} />
      <Button variant="default" size="sm" loading={change.isPending} onClick={() => change.mutate(!leftOut)}>
        {t(leftOut ? 'own.takeIn' : 'own.leaveOut')}
      </Button>
    </section>
  );
}
