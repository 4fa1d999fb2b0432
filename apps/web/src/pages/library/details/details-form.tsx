import '../../desk/editor/styles';
import type { ResourceDetail, RestRequest } from '@lectern/contracts';
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { isApiError } from '../../../api/errors';
import { LanguagesField } from '../../../languages/languages-field';
import { type Licence, licences } from '../../../library/licences';
import { ActionForm } from '../../../ui/action-form';
import { MetadataFields } from './metadata-fields';
import { TranslationsField } from './translations-field';
import { useRefreshResources } from './use-refresh';

type Patch = RestRequest<'PATCH /api/resources/:resourceId'>['body'];

export function DetailsForm({ resource, onDone }: { resource: ResourceDetail; onDone: () => void }) {
  const { t } = useTranslation(['library', 'common']);
  const [draft, setDraft] = useState(() => draftOf(resource));
  const save = useSave(resource.id, onDone);
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const field = (name: string) => (isApiError(save.error) ? save.error.field(name) : undefined);
  const noTitle = draft.title.trim() === '';
  const noTranslatedTitle = draft.translations.some(({ title }) => title.trim() === '');
  const noLanguage = draft.languages.length === 0;
  const submit = () => {
    if (!noTitle && !noLanguage && !noTranslatedTitle) save.mutate(patchOf(draft));
  };
  return (
    <ActionForm label={t('details.heading')} does={t('common:save')} doing={save} onSubmit={submit} onCancel={onDone}>
      <TextInput
        size="md"
        label={t('details.title')}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={noTitle ? t('details.titleMissing') : field('title')}
        maxLength={160}
        required
        autoFocus
      />
      <Textarea
        size="md"
        label={t('details.description')}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={field('description')}
        maxLength={10_000}
        rows={5}
      />
      <Textarea
        size="md"
        label={t('details.authors')}
        description={t('details.authorsHint')}
        value={draft.authors}
        onChange={(event) => change({ authors: event.currentTarget.value })}
        error={field('authors')}
        rows={3}
      />
      <NativeSelect
        size="md"
        label={t('details.licence')}
        description={t(`licence.can.${draft.licence}`)}
        value={draft.licence}
        onChange={(event) => change({ licence: event.currentTarget.value as Licence })}
        data={Object.entries(licences).map(([value, { name }]) => ({ value, label: name }))}
      />
      <LanguagesField
        label={t('details.languages')}
        placeholder={t('details.languagesPlaceholder')}
        nothingFound={t('details.languagesNone')}
        value={draft.languages}
        onChange={(languages) => change({ languages })}
        error={noLanguage ? t('details.languagesMissing') : field('languages')}
      />
      <MetadataFields draft={draft} onChange={change} error={field} />
      <TranslationsField
        value={draft.translations}
        onChange={(translations) => change({ translations })}
        error={field('translations')}
      />
      {resource.media.some(({ format }) => format === 'slides') && (
        <Checkbox
          size="md"
          label={t('details.offersSlides')}
          description={t('details.offersSlidesHint')}
          checked={draft.offersSlides}
          onChange={(event) => change({ offersSlides: event.currentTarget.checked })}
        />
      )}
      {resource.status === 'published' && (
        <Textarea
          size="md"
          label={t('details.versionNote')}
          description={t('details.versionNoteHint')}
          value={draft.versionNote}
          onChange={(event) => change({ versionNote: event.currentTarget.value })}
          error={field('versionNote')}
          maxLength={500}
          rows={2}
        />
      )}
    </ActionForm>
  );
}

function useSave(resourceId: string, onDone: () => void) {
  const refresh = useRefreshResources();
  return useMutation({
    mutationFn: (body: Patch) => api('PATCH /api/resources/:resourceId', { params: { resourceId }, body }),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
}

/** As it is typed: a list is the lines of a text. */
function draftOf({ title, description, languages, licence, translations, ...resource }: ResourceDetail) {
  const { level, competencies, accessibility } = resource;
  const authors = resource.authors.join('\n');
  const institutions = resource.institutions.join('\n');
  const subjects = resource.subjects.join('\n');
  const { offersSlides } = resource;
  const lists = { authors, institutions, subjects, competencies, accessibility, translations };
  return { title, description, languages, licence, level, offersSlides, versionNote: '', ...lists };
}

function patchOf({ authors, institutions, subjects, ...draft }: ReturnType<typeof draftOf>): Patch {
  return { ...draft, authors: linesOf(authors), institutions: linesOf(institutions), subjects: linesOf(subjects) };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
