import type { ContributedKind, RestRequest } from '@lectern/contracts';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../../api/errors';
import { LanguagesField } from '../../../languages/languages-field';
import { type Licence, licences } from '../../../library/licences';
import { Problem } from '../../../ui/problem';
import classes from './contents.module.css';

type NewResource = RestRequest<'POST /api/resources'>['body'];

const kinds = ['document', 'slides', 'link', 'package', 'series'] as const satisfies readonly ContributedKind[];

interface ContributeFormProps {
  error: Error | null;
  isSaving: boolean;
  onSave: (body: NewResource) => void;
}

/** What is needed to begin; all else is said on the resource's own page. */
export function ContributeForm({ error, isSaving, onSave }: ContributeFormProps) {
  const { t } = useTranslation(['library', 'common']);
  const [draft, setDraft] = useState(emptyDraft);
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const field = (name: string) => (isApiError(error) ? error.field(name) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(bodyOf(draft));
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('contribute.title')} noValidate>
      <NativeSelect
        size="md"
        label={t('contribute.kind')}
        description={t(`contribute.about.${draft.kind}`)}
        value={draft.kind}
        onChange={({ currentTarget: { value } }) => change({ kind: kinds.find((kind) => kind === value)! })}
        data={kinds.map((value) => ({ value, label: t(`common:kinds.${value}`) }))}
      />
      <TextInput
        size="md"
        label={t('details.title')}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={field('title')}
        maxLength={160}
        required
      />
      {draft.kind === 'link' && (
        <TextInput
          size="md"
          type="url"
          dir="ltr"
          label={t('contribute.link')}
          placeholder="https://"
          value={draft.link}
          onChange={(event) => change({ link: event.currentTarget.value })}
          error={field('link')}
          required
        />
      )}
      <Textarea
        size="md"
        label={t('details.description')}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={field('description')}
        maxLength={10_000}
        rows={4}
      />
      <TextInput
        size="md"
        label={t('contribute.institution')}
        description={t('contribute.institutionHint')}
        value={draft.institution}
        onChange={(event) => change({ institution: event.currentTarget.value })}
        error={field('institutions')}
        maxLength={160}
      />
      <LanguagesField
        label={t('contribute.languages')}
        placeholder={t('details.languagesPlaceholder')}
        nothingFound={t('details.languagesNone')}
        value={draft.languages}
        onChange={(languages) => change({ languages })}
        error={field('languages')}
      />
      <NativeSelect
        size="md"
        label={t('details.licence')}
        description={t(`licence.can.${draft.licence}`)}
        value={draft.licence}
        onChange={(event) => change({ licence: event.currentTarget.value as Licence })}
        data={Object.entries(licences).map(([value, { name }]) => ({ value, label: name }))}
      />
      <Problem error={error} />
      <div>
        <Button type="submit" size="md" loading={isSaving}>
          {t('contribute.create')}
        </Button>
      </div>
    </form>
  );
}

const emptyDraft = () => ({
  kind: 'document' as ContributedKind,
  title: '',
  description: '',
  link: '',
  institution: '',
  languages: [] as string[],
  licence: 'CC-BY-4.0' as Licence,
});

function bodyOf({ link, institution, ...draft }: ReturnType<typeof emptyDraft>): NewResource {
  const institutions = institution.trim() === '' ? [] : [institution];
  return { ...draft, institutions, ...(draft.kind === 'link' ? { link: link.trim() } : {}) };
}
