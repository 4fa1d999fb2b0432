import '../../desk/editor/styles';
import type { PartnerDetail, RestRequest } from '@lectern/contracts';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { isApiError } from '../../../api/errors';
import { ActionForm } from '../../../ui/action-form';
import { countries } from './country';

type Body = RestRequest<'PUT /api/partners/:slug'>['body'];

/** Who an institution is, in the words of the librarians. */
export function PartnerForm({ partner, onDone }: { partner: PartnerDetail; onDone: () => void }) {
  const { t, i18n } = useTranslation(['library', 'common']);
  const { name, description, country, website } = partner;
  const [draft, setDraft] = useState({ name, description, country: country ?? '', website: website ?? '' });
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const save = useSave(partner.slug, onDone);
  const field = (key: string) => (isApiError(save.error) ? save.error.field(key) : undefined);
  const noName = draft.name.trim() === '';
  const submit = () => {
    const body = { ...draft, country: draft.country || null, website: draft.website.trim() || null };
    if (!noName) save.mutate(body);
  };
  return (
    <ActionForm label={t('partners.edit')} does={t('common:save')} doing={save} onSubmit={submit} onCancel={onDone}>
      <TextInput
        size="md"
        label={t('partners.name')}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={noName ? t('partners.nameMissing') : field('name')}
        maxLength={160}
        required
        autoFocus
      />
      <Textarea
        size="md"
        label={t('partners.description')}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={field('description')}
        maxLength={5_000}
        rows={4}
      />
      <NativeSelect
        size="md"
        label={t('partners.country')}
        value={draft.country}
        onChange={(event) => change({ country: event.currentTarget.value })}
        data={[{ value: '', label: t('partners.noCountry') }, ...countries(i18n.language)]}
      />
      <TextInput
        size="md"
        type="url"
        label={t('partners.website')}
        placeholder="https://"
        value={draft.website}
        onChange={(event) => change({ website: event.currentTarget.value })}
        error={field('website')}
        maxLength={2_000}
      />
    </ActionForm>
  );
}

function useSave(slug: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => api('PUT /api/partners/:slug', { params: { slug }, body }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['GET /api/partners'] });
      await queries.invalidateQueries({ queryKey: ['GET /api/partners/:slug'] });
      onDone();
    },
  });
}
