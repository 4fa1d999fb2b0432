import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Input.layer.css';
import type { RecordingSettings, RecordingTerms } from '@lectern/contracts';
import { Button, Checkbox, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { apiQuery } from '../../api/query';
import { Problem } from '../../ui/problem';
import { isSomething } from './choice-keys';
import { ChoiceFields } from './choice-fields';
import classes from './terms.module.css';

const LONGEST = 4_000;

export function RecordingForm({ webinarId, terms }: { webinarId: string; terms: RecordingTerms }) {
  const { t } = useTranslation('recording');
  const [draft, setDraft] = useState(() => ({ ...terms, consentText: terms.consentText ?? '' }));
  const save = useSave(webinarId);
  const change = (part: Partial<typeof draft>): void => {
    save.reset();
    setDraft((old) => ({ ...old, ...part }));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { planned, choices, consentText } = draft;
    if (isSomething(choices)) save.mutate({ planned, choices, consentText: consentText.trim() || null });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Checkbox
        size="md"
        label={t('settings.planned')}
        description={t('settings.plannedHint')}
        checked={draft.planned}
        onChange={(event) => change({ planned: event.currentTarget.checked })}
      />
      <details>
        <summary className={classes.summary}>{t('settings.what')}</summary>
        <div className={classes.details}>
          <ChoiceFields choices={draft.choices} onChange={(choices) => change({ choices })} />
          <Textarea
            size="md"
            label={t('settings.ownText')}
            description={t('settings.ownTextHint', { standard: t('consent.standard') })}
            value={draft.consentText}
            onChange={(event) => change({ consentText: event.currentTarget.value })}
            maxLength={LONGEST}
            rows={4}
            dir="auto"
          />
        </div>
      </details>
      <Problem error={save.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={save.isPending} disabled={!isSomething(draft.choices)}>
          {t('settings.save')}
        </Button>
        <Text size="sm" role="status">
          {save.isSuccess && t('settings.saved')}
        </Text>
      </div>
    </form>
  );
}

function useSave(webinarId: string) {
  const queries = useQueryClient();
  const params = { webinarId };
  const { queryKey } = apiQuery('GET /api/webinars/:webinarId/recording-terms', { params });
  return useMutation({
    mutationFn: (body: RecordingSettings) => api('PUT /api/webinars/:webinarId/recording-terms', { params, body }),
    onSuccess: (terms) => queries.setQueryData(queryKey, (old) => old && { ...old, terms }),
  });
}
