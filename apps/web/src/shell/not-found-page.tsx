import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Message } from '../ui/message';
import { PageTitle } from '../ui/page-title';

export function NotFoundPage() {
  const { t } = useTranslation();
  const links = (
    <>
      <Button component={Link} to="/">
        {t('toProgramme')}
      </Button>
      <Button component={Link} to="/library" variant="default">
        {t('toLibrary')}
      </Button>
    </>
  );
  return (
    <Message title={t('notFound.title')} text={t('notFound.text')} action={links}>
      <PageTitle title={t('notFound.title')} />
    </Message>
  );
}
