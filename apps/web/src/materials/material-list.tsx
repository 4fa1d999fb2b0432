import type { Material } from '@lectern/contracts';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../ui/problem';
import { AddButtons } from './add-buttons';
import { MaterialRow } from './material-row';
import classes from './materials.module.css';
import { UploadRow } from './upload-row';
import { useMaterials, useUploads } from './use-materials';

interface MaterialListProps {
  webinarId: string;
  /** What else can be done with one that is ready. */
  actions?: (material: Material) => ReactNode;
}

/** Uploads under way, then what is there, newest first. */
export function MaterialList({ webinarId, actions }: MaterialListProps) {
  const { t } = useTranslation('materials');
  const { data, error, refetch } = useMaterials(webinarId);
  const uploads = useUploads(webinarId);
  const materials = data?.materials ?? [];
  return (
    <div className={classes.box}>
      <AddButtons webinarId={webinarId} />
      <Text size="sm" c="dimmed">
        {t('limits')}
      </Text>
      <Problem error={data ? null : error} onRetry={() => void refetch()} />
      {data && materials.length === 0 && uploads.length === 0 && <Text>{t('empty')}</Text>}
      {(materials.length > 0 || uploads.length > 0) && (
        <ul className={classes.list} aria-label={t('title')}>
          {uploads.map((item) => (
            <UploadRow key={item.key} item={item} />
          ))}
          {materials.map((material) => (
            <MaterialRow key={material.id} material={material} actions={actions} />
          ))}
        </ul>
      )}
    </div>
  );
}
