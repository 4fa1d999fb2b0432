import '../editor/styles';
import type { Agreement, LibrarySettings, ReviewMode } from '@lectern/contracts';
import { Button, NativeSelect, Skeleton, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { apiQuery } from '../../../api/query';
import { Loaded } from '../../../ui/loaded';
import { PageHeading } from '../../../ui/page-heading';
import { Problem } from '../../../ui/problem';
import { Section } from '../../../ui/section';
import classes from './library.module.css';

const modes = ['all', 'contributions', 'none'] as const satisfies readonly ReviewMode[];

/** For administrators: how the library works here. */
export function LibrarySettingsPage() {
  const { t } = useTranslation('review');
  const settings = useQuery(apiQuery('GET /api/library/settings'));
  const agreement = useQuery(apiQuery('GET /api/library/agreement'));
  return (
    <>
      <PageHeading title={t('settings.title')} text={t('settings.text')} />
      <Loaded query={settings} skeleton={<Skeleton h={96} radius="lg" />}>
        {(values) => <SettingsFields settings={values} />}
      </Loaded>
      <div className={classes.apart}>
        <Section title={t('settings.agreement')}>
          <Loaded query={agreement} skeleton={<Skeleton h={320} radius="lg" />}>
            {(current) => <AgreementForm key={current.version} agreement={current} />}
          </Loaded>
        </Section>
      </div>
    </>
  );
}

function SettingsFields({ settings }: { settings: LibrarySettings }) {
  const { t } = useTranslation('review');
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (part: Partial<LibrarySettings>) =>
      api('PUT /api/library/settings', { body: { ...settings, ...part } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['GET /api/library/settings'] }),
  });
  const shown = change.isPending ? { ...settings, ...change.variables } : settings;
  return (
    <div className={classes.form}>
      <NativeSelect
        size="md"
        label={t('settings.review')}
        description={t('settings.modeHint')}
        value={shown.review}
        disabled={change.isPending}
        onChange={({ currentTarget: { value } }) => change.mutate({ review: modes.find((mode) => mode === value)! })}
        data={modes.map((value) => ({ value, label: t(`settings.mode.${value}`) }))}
      />
      <NativeSelect
        size="md"
        label={t('settings.trashDays')}
        value={String(shown.trashDays)}
        disabled={change.isPending}
        onChange={({ currentTarget: { value } }) => change.mutate({ trashDays: Number(value) })}
        data={[...new Set([7, 30, 90, 180, 365, shown.trashDays])].toSorted((a, b) => a - b).map(String)}
      />
      <SavedNote isSaved={change.isSuccess} />
      <Problem error={change.error} />
    </div>
  );
}

function AgreementForm({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('review');
  const queries = useQueryClient();
  const [text, setText] = useState(agreement.text);
  const write = useMutation({
    mutationFn: () => api('PUT /api/library/agreement', { body: { text } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['GET /api/library/agreement'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate();
  };
  const isChanged = text.trim() !== agreement.text && text.trim() !== '';
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('settings.agreement')}>
      <Textarea
        size="md"
        label={t('settings.agreement')}
        description={t('settings.agreementHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={20_000}
        rows={16}
        dir="auto"
      />
      <Problem error={write.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={write.isPending} disabled={!isChanged}>
          {t('settings.write', { version: agreement.version + 1 })}
        </Button>
      </div>
    </form>
  );
}

function SavedNote({ isSaved }: { isSaved: boolean }) {
  const { t } = useTranslation('review');
  return (
    <Text size="sm" role="status">
      {isSaved && t('settings.saved')}
    </Text>
  );
}
