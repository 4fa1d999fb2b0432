import type { Material } from '@lectern/contracts';
import '@mantine/core/styles/ActionIcon.layer.css';
import { ActionIcon, Text } from '@mantine/core';
import { IconMovie, IconPresentation, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Confirm } from '../room/ui/confirm';
import { Problem } from '../ui/problem';
import { ProgressBar } from '../ui/progress-bar';
import { clockTime } from './clock-time';
import classes from './materials.module.css';
import { pageUrl } from './urls';
import { useRefresh } from './use-materials';

interface MaterialRowProps {
  material: Material;
  actions: ((material: Material) => ReactNode) | undefined;
}

/** A deck or a video: what it is, how far it is, and what can be done with it. */
export function MaterialRow({ material, actions }: MaterialRowProps) {
  const { status, title } = material;
  return (
    <li className={classes.row} data-testid="material" data-status={status}>
      <div className={classes.head}>
        <Thumbnail material={material} />
        <div className={classes.words}>
          <Text fw={600} className={classes.name} dir="auto">
            {title}
          </Text>
          <Facts material={material} />
        </div>
        {status === 'ready' && actions?.(material)}
        <DeleteButton material={material} />
      </div>
      {status === 'preparing' && <Preparing material={material} />}
    </li>
  );
}

function Thumbnail({ material: { id, kind, status } }: { material: Material }) {
  const ready = kind === 'deck' && status === 'ready';
  return (
    <span className={classes.thumbnail} aria-hidden>
      {ready ? (
        <img src={pageUrl(id, 1, true)} alt="" loading="lazy" />
      ) : kind === 'deck' ? (
        <IconPresentation />
      ) : (
        <IconMovie />
      )}
    </span>
  );
}

function Facts({ material }: { material: Material }) {
  const { t } = useTranslation('materials');
  if (material.status === 'failed')
    return (
      <Text size="sm" className={classes.failure}>
        {material.failure ?? t('failed')}
      </Text>
    );
  const length =
    material.pages !== null
      ? t('pages', { count: material.pages })
      : material.duration !== null
        ? clockTime(material.duration)
        : null;
  return (
    <Text size="sm" c="dimmed">
      {[t(`kind.${material.kind}`), length].filter((word) => word !== null).join(' · ')}
    </Text>
  );
}

function Preparing({ material: { percent, title } }: { material: Material }) {
  const { t } = useTranslation('materials');
  return (
    <div>
      <ProgressBar percent={percent} label={t('preparingName', { name: title })} />
      <Text size="sm" c="dimmed" mt={6} className={classes.step}>
        <span>{t('preparing')}</span>
        <span>{Math.round(percent)} %</span>
      </Text>
    </div>
  );
}

function DeleteButton({ material: { id, title } }: { material: Material }) {
  const { t } = useTranslation('materials');
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api('DELETE /api/materials/:materialId', { params: { materialId: id } }),
    onSettled: refresh,
  });
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('deleteName', { name: title })}
        loading={remove.isPending}
        onClick={() => setAsking(true)}
      >
        <IconTrash size={18} />
      </ActionIcon>
      {remove.error && <Problem error={remove.error} />}
      <Confirm
        opened={asking}
        title={t('deleteTitle', { name: title })}
        text={t('deleteText')}
        action={t('delete')}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
