import type { ResourceDetail } from '@lectern/contracts';
import { Button, Skeleton, Text } from '@mantine/core';
import { IconMessage2, IconPencil, IconWorldCheck, IconWorldOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Problem } from '../../../ui/problem';
import { ContentsEditor } from '../contents/contents-editor';
import classes from './desk.module.css';
import { usePublishing } from './use-publishing';

const DetailsForm = lazy(async () => ({ default: (await import('./details-form')).DetailsForm }));

/** Over the page of those who may change it: what state it is in, and what can be done. */
export function Desk({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const [isEditing, setEditing] = useState(false);
  const publishing = usePublishing(resource.id);
  const isDraft = resource.status === 'draft';
  return (
    <section className={classes.desk} data-draft={isDraft || undefined} aria-label={t('draft.edit')}>
      <div className={classes.head}>
        <div className={classes.words}>
          <Text fw={600}>{isDraft ? t('draft.title') : t('draft.published')}</Text>
          {isDraft && <Text size="sm">{t('draft.text')}</Text>}
          {resource.notice && (
            <Text size="sm" mt={4}>
              <strong>{t('draft.missing')}:</strong> {resource.notice}
            </Text>
          )}
        </div>
        <div className={classes.actions}>
          <Button
            variant="default"
            leftSection={<IconPencil size={18} />}
            aria-expanded={isEditing}
            onClick={() => setEditing(!isEditing)}
          >
            {t('draft.edit')}
          </Button>
          {resource.kind === 'recording' && (
            <Button
              component={Link}
              to={`/library/${resource.id}/transcript`}
              variant="default"
              leftSection={<IconMessage2 size={18} />}
            >
              {t('draft.transcript')}
            </Button>
          )}
          <Button
            variant={isDraft ? 'filled' : 'default'}
            leftSection={isDraft ? <IconWorldCheck size={18} /> : <IconWorldOff size={18} />}
            loading={publishing.isPending}
            onClick={() => publishing.mutate(isDraft)}
          >
            {isDraft ? t('draft.publish') : t('draft.unpublish')}
          </Button>
        </div>
      </div>
      <Problem error={publishing.error} />
      <ContentsEditor resource={resource} />
      {isEditing && (
        <Suspense fallback={<Skeleton h={480} radius="lg" />}>
          <DetailsForm resource={resource} onDone={() => setEditing(false)} />
        </Suspense>
      )}
    </section>
  );
}
