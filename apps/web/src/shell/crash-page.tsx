import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message';
import { PageTitle } from '../ui/page-title';

export function CrashPage({ error }: { error: Error }) {
  const { t } = useTranslation();
  const unfetched = /dynamically imported|module script|preload/i.test(error.message);
  return (
    <Message
      title={t('crash.title')}
      text={unfetched ? t('crash.chunk') : t('crash.text')}
      action={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>}
    >
      <PageTitle title={t('crash.title')} />
    </Message>
  );
}
