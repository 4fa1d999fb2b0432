import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The shape of a page that is on its way. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack gap="md" aria-busy>
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <Skeleton h={38} w="min(24rem, 80%)" />
      <Skeleton h={18} w="min(36rem, 100%)" mb="lg" />
      <Skeleton h={104} radius="lg" />
      <Skeleton h={104} radius="lg" />
    </Stack>
  );
}
