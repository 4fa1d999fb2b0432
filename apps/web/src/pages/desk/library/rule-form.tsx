import type { RestResponse, RetentionAction, RetentionRule } from '@lectern/contracts';
import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { apiQuery } from '../../../api/query';
import { Problem } from '../../../ui/problem';
import classes from './library.module.css';

type Rule = RestResponse<'GET /api/retention'>['rules'][number];
type Preview = RestResponse<'POST /api/retention/preview'>;

const actions = ['keep', 'archive', 'delete'] as const satisfies readonly RetentionAction[];

interface RuleFormProps {
  /** Null for a new one. */
  rule: Rule | null;
  onDone: () => void;
}

/** Says first what the rule would do, and saves it only then: what was seen is what is saved. */
export function RuleForm({ rule, onDone }: RuleFormProps) {
  const { t } = useTranslation(['review', 'common']);
  const [draft, setDraft] = useState<RetentionRule>(() => ruleOf(rule));
  const preview = useMutation({ mutationFn: (body: RetentionRule) => api('POST /api/retention/preview', { body }) });
  const save = useSave(onDone);
  const change = (part: Partial<RetentionRule>) => {
    setDraft((old) => ({ ...old, ...part }));
    preview.reset();
  };
  const isWhole = (rule !== null || draft.seriesId !== null) && draft.afterDays >= 1;
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) preview.mutate(draft);
  };
  return (
    <form className={classes.form} onSubmit={look} aria-label={t('retention.title')}>
      {rule === null && <SeriesField value={draft.seriesId} onChange={(seriesId) => change({ seriesId })} />}
      <NativeSelect
        size="md"
        label={t('retention.action')}
        value={draft.action}
        onChange={({ currentTarget: { value } }) => change({ action: actions.find((one) => one === value)! })}
        data={actions.map((value) => ({ value, label: t(`retention.actions.${value}`) }))}
      />
      {draft.action !== 'keep' && (
        <TextInput
          size="md"
          type="number"
          min={1}
          max={36_500}
          label={t('retention.days')}
          value={String(draft.afterDays || '')}
          onChange={(event) => change({ afterDays: Math.floor(Number(event.currentTarget.value)) })}
        />
      )}
      <Seen preview={preview.data} action={draft.action} />
      <Problem error={preview.error ?? save.error} />
      <div className={classes.actions}>
        {preview.data ? (
          <Button
            color={draft.action === 'delete' && preview.data.count > 0 ? 'red' : undefined}
            loading={save.isPending}
            onClick={() => save.mutate(draft)}
          >
            {t('retention.save')}
          </Button>
        ) : (
          <Button type="submit" loading={preview.isPending} disabled={!isWhole}>
            {t('retention.preview')}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}

const ruleOf = (rule: Rule | null): RetentionRule => ({
  seriesId: rule?.seriesId ?? null,
  action: rule?.action ?? 'archive',
  afterDays: rule?.afterDays ?? 365,
});

function SeriesField({ value, onChange }: { value: string | null; onChange: (seriesId: string | null) => void }) {
  const { t } = useTranslation('review');
  const { data } = useQuery(apiQuery('GET /api/search', { query: { kind: 'series', limit: 50 } }));
  const series = (data?.hits ?? []).map(({ resource }) => ({ value: resource.id, label: resource.title }));
  return (
    <NativeSelect
      size="md"
      label={t('retention.series')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[{ value: '', label: t('retention.choose') }, ...series]}
    />
  );
}

function Seen({ preview, action }: { preview: Preview | undefined; action: RetentionAction }) {
  const { t } = useTranslation('review');
  return (
    <div role="status">
      {preview && (
        <>
          <Text fw={600}>{t(`retention.would.${action}`, { count: preview.count })}</Text>
          <ul className={classes.names}>
            {preview.resources.map(({ id, title }) => (
              <li key={id} dir="auto">
                {title}
              </li>
            ))}
          </ul>
          {preview.count > preview.resources.length && (
            <Text size="sm">{t('retention.more', { count: preview.count - preview.resources.length })}</Text>
          )}
        </>
      )}
    </div>
  );
}

function useSave(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RetentionRule) => api('PUT /api/retention', { body }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['GET /api/trash'] });
      await queries.invalidateQueries({ queryKey: ['GET /api/retention'] });
      onDone();
    },
  });
}
