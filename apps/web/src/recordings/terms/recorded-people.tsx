import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import type { RecordedPerson } from '@lectern/contracts';
import { Button, Checkbox, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { apiQuery } from '../../api/query';
import { Problem } from '../../ui/problem';
import classes from './terms.module.css';

/** Who is in a recording and who is left out; folded away, as it is seldom changed. */
export function RecordedPeople({ recordingId, name }: { recordingId: string; name: string }) {
  const { t } = useTranslation('recording');
  const { data } = useQuery(apiQuery('GET /api/recordings/:recordingId/people', { params: { recordingId } }));
  if (!data) return null;
  const { people } = data;
  const left = people.filter(({ leftOut }) => leftOut);
  return (
    <div>
      {left.length > 0 && <Text size="sm">{t('people.leftOut', { count: left.length })}</Text>}
      <details>
        <summary className={classes.quiet} aria-label={t('people.label', { name })}>
          {t('people.title')}
        </summary>
        {people.length === 0 ? (
          <Text size="sm">{t('people.none')}</Text>
        ) : (
          <PeopleForm key={left.map(({ participantId }) => participantId).join()} {...{ recordingId, people }} />
        )}
      </details>
    </div>
  );
}

function PeopleForm({ recordingId, people }: { recordingId: string; people: readonly RecordedPerson[] }) {
  const { t } = useTranslation('recording');
  const before = people.flatMap(({ participantId, leftOut }) => (leftOut ? participantId : []));
  const [out, setOut] = useState<ReadonlySet<string>>(() => new Set(before));
  const decide = useDecide(recordingId);
  const toggle = (id: string, isIn: boolean): void =>
    setOut((old) => new Set([...old].filter((other) => other !== id).concat(isIn ? [] : id)));
  const changed = out.size !== before.length || before.some((id) => !out.has(id));
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('people.text')}
      </Text>
      <ul className={classes.people}>
        {people.map(({ participantId, displayName, leftOut, byThemselves }) => (
          <li key={participantId}>
            <Checkbox
              label={displayName}
              description={leftOut && t(byThemselves ? 'people.byThemselves' : 'people.byHosts')}
              checked={!out.has(participantId)}
              disabled={byThemselves}
              onChange={(event) => toggle(participantId, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      <Problem error={decide.error} />
      <Button
        mt="sm"
        variant="default"
        disabled={!changed}
        loading={decide.isPending}
        onClick={() => decide.mutate([...out])}
      >
        {t('people.save')}
      </Button>
    </>
  );
}

function useDecide(recordingId: string) {
  const queries = useQueryClient();
  const params = { recordingId };
  const { queryKey } = apiQuery('GET /api/recordings/:recordingId/people', { params });
  return useMutation({
    mutationFn: (participantIds: string[]) =>
      api('PUT /api/recordings/:recordingId/left-out', { params, body: { participantIds } }),
    onSuccess: (told) => {
      queries.setQueryData(queryKey, told);
      void queries.invalidateQueries({ queryKey: ['GET /api/webinars/:webinarId/recordings'] });
    },
  });
}
