import { useTranslation } from 'react-i18next';

/** What the browser's tab says. */
export function PageTitle({ title }: { title: string }) {
  const { t } = useTranslation();
  return <title>{t('titleOfPage', { title })}</title>;
}
