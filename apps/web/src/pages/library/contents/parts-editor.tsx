import '@mantine/core/styles/ActionIcon.layer.css';
import type { Resource, ResourceDetail } from '@lectern/contracts';
import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { apiQuery } from '../../../api/query';
import { Problem } from '../../../ui/problem';
import { useRefreshResources } from '../details/use-refresh';
import classes from './contents.module.css';
import { moved } from './moved';

/** Puts a series or a package together: finds resources, and brings them into order; each change is saved at once. */
export function PartsEditor({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const refresh = useRefreshResources();
  const { parts } = resource;
  const save = useMutation({
    mutationFn: (next: readonly Resource[]) =>
      api('PUT /api/resources/:resourceId/parts', {
        params: { resourceId: resource.id },
        body: { parts: next.map(({ id }) => id) },
      }),
    onSuccess: refresh,
  });
  return (
    <div className={classes.editor}>
      <ol className={classes.list} aria-label={t('contents.order')}>
        {parts.map((part, index) => (
          <li key={part.id} className={classes.part}>
            <bdi className={classes.words}>{part.title}</bdi>
            <div className={classes.actions}>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('contents.up', { name: part.title })}
                disabled={index === 0 || save.isPending}
                onClick={() => save.mutate(moved(parts, index, index - 1))}
              >
                <IconArrowUp size={18} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('contents.down', { name: part.title })}
                disabled={index === parts.length - 1 || save.isPending}
                onClick={() => save.mutate(moved(parts, index, index + 1))}
              >
                <IconArrowDown size={18} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('contents.removeName', { name: part.title })}
                disabled={save.isPending}
                onClick={() => save.mutate(parts.filter(({ id }) => id !== part.id))}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ol>
      <Problem error={save.error} />
      <PartsFinder
        known={[resource.id, ...parts.map(({ id }) => id)]}
        busy={save.isPending}
        onAdd={(part) => save.mutate([...parts, part])}
      />
    </div>
  );
}

interface PartsFinderProps {
  known: readonly string[];
  busy: boolean;
  onAdd: (part: Resource) => void;
}

/** Finds published resources by the library's own search. */
function PartsFinder({ known, busy, onAdd }: PartsFinderProps) {
  const { t } = useTranslation('library');
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const { data } = useQuery({ ...apiQuery('GET /api/search', { query: { q, limit: 8 } }), enabled: q !== '' });
  const found = (q === '' ? [] : (data?.hits ?? []))
    .map(({ resource }) => resource)
    .filter(({ id, kind }) => !known.includes(id) && kind !== 'series' && kind !== 'package');
  return (
    <>
      <TextInput
        size="md"
        type="search"
        label={t('contents.find')}
        description={t('contents.findHint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Text role="status" size="sm" c="dimmed">
        {q !== '' && data && t('contents.found', { count: found.length })}
      </Text>
      <ul className={classes.list}>
        {found.map((resource) => (
          <li key={resource.id} className={classes.part}>
            <bdi className={classes.words}>{resource.title}</bdi>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} />}
              aria-label={t('contents.addName', { name: resource.title })}
              disabled={busy}
              onClick={() => onAdd(resource)}
            >
              {t('contents.add')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
