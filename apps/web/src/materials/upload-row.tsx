import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import { Button, CloseButton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/errors';
import { Problem } from '../ui/problem';
import { ProgressBar } from '../ui/progress-bar';
import { uploader, type UploadItem } from '../uploads/uploader';
import classes from './materials.module.css';
import { useRefresh } from './use-materials';

/** A file on its way to the server. */
export function UploadRow({ item }: { item: UploadItem }) {
  const { t } = useTranslation('materials');
  const { name } = item.file;
  const percent = Math.floor(item.done * 100);
  return (
    <li className={classes.row} data-testid="upload">
      <div className={classes.head}>
        <Text fw={600} className={classes.name} dir="auto">
          {name}
        </Text>
        <CloseButton
          aria-label={t(item.error ? 'dismissName' : 'cancelName', { name })}
          onClick={() => uploader.cancel(item.key)}
        />
      </div>
      {item.error ? (
        <Failure item={item} error={item.error} />
      ) : (
        <div>
          <ProgressBar percent={percent} label={t('uploadingName', { name })} />
          <Text size="sm" c="dimmed" mt={6} className={classes.step}>
            <span>{t(item.waiting ? 'waiting' : 'uploading')}</span>
            <span>{percent} %</span>
          </Text>
        </div>
      )}
    </li>
  );
}

function Failure({ item, error }: { item: UploadItem; error: Error }) {
  const { t } = useTranslation('materials');
  const refresh = useRefresh();
  // Another try would not make another file of it.
  if (isApiError(error, 'TYPE_UNSUPPORTED')) return <Problem error={error} />;
  return (
    <>
      <Problem error={error} />
      <div>
        <Button
          variant="default"
          size="xs"
          aria-label={t('retryName', { name: item.file.name })}
          onClick={() => uploader.retry(item, refresh)}
        >
          {t('retry')}
        </Button>
      </div>
    </>
  );
}
