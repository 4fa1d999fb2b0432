import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import type { ResourceDetail } from '@lectern/contracts';
import { Button, CloseButton, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Problem } from '../../../ui/problem';
import { ProgressBar } from '../../../ui/progress-bar';
import { uploader, type UploadItem } from '../../../uploads/uploader';
import { useRefreshResources } from '../details/use-refresh';
import classes from './contents.module.css';

/** Adds files to a resource and takes them away. */
export function FilesEditor({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const refresh = useRefreshResources();
  const { items } = useSyncExternalStore(uploader.store.subscribe, uploader.store.get);
  const own = useMemo(() => items.filter(({ target }) => target === resource.id), [items, resource.id]);
  const remove = useMutation({
    mutationFn: (attachmentId: string) =>
      api('DELETE /api/resources/:resourceId/attachments/:attachmentId', {
        params: { resourceId: resource.id, attachmentId },
      }),
    onSuccess: refresh,
  });
  const add = (files: File[]) => {
    for (const file of files) uploader.add(file, 'attachment', resource.id, () => void refresh());
  };
  return (
    <div className={classes.editor}>
      <ul className={classes.list} aria-label={t('contents.files')}>
        {resource.attachments.map(({ id, name }) => (
          <li key={id} className={classes.file}>
            <bdi className={classes.name}>{name}</bdi>
            <CloseButton
              aria-label={t('contents.removeName', { name })}
              disabled={remove.isPending}
              onClick={() => remove.mutate(id)}
            />
          </li>
        ))}
        {own.map((item) => (
          <Coming key={item.key} item={item} />
        ))}
      </ul>
      <Problem error={remove.error} />
      <div>
        <FileButton onChange={add} multiple>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={18} />}>
              {t('contents.addFiles')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" mt="xs">
          {t('contents.limits')}
        </Text>
      </div>
    </div>
  );
}

/** A file on its way. */
function Coming({ item }: { item: UploadItem }) {
  const { t } = useTranslation('library');
  const { name } = item.file;
  const percent = Math.floor(item.done * 100);
  return (
    <li className={classes.file}>
      <div className={classes.name}>
        <bdi>{name}</bdi>
        {item.error ? (
          <Problem error={item.error} />
        ) : (
          <ProgressBar percent={percent} label={t('contents.uploading', { name })} />
        )}
      </div>
      <CloseButton aria-label={t('contents.cancelName', { name })} onClick={() => uploader.cancel(item.key)} />
    </li>
  );
}
