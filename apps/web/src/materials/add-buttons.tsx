import '@mantine/core/styles/Group.layer.css';
import { Button, FileButton, Group } from '@mantine/core';
import { IconMovie, IconPresentation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAddFile } from './use-materials';

/** Chooses a file and uploads it. */
export function AddButtons({ webinarId }: { webinarId: string }) {
  const { t } = useTranslation('materials');
  const add = useAddFile(webinarId);
  return (
    <Group gap="xs">
      <FileButton accept="application/pdf,.pdf" onChange={(file) => add('deck', file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconPresentation size={18} />}>
            {t('addDeck')}
          </Button>
        )}
      </FileButton>
      <FileButton
        accept="video/mp4,video/quicktime,video/webm,.mp4,.m4v,.mov,.webm,.mkv"
        onChange={(file) => add('clip', file)}
      >
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconMovie size={18} />}>
            {t('addClip')}
          </Button>
        )}
      </FileButton>
    </Group>
  );
}
