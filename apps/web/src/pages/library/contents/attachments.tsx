import type { Attachment } from '@lectern/contracts';
import { Anchor, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section';
import classes from './contents.module.css';
import { formatBytes } from './format-bytes';

/** The files of a resource; pictures are seen at once. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const { t, i18n } = useTranslation('library');
  if (attachments.length === 0) return null;
  return (
    <Section title={t('contents.files')}>
      <ul className={classes.list}>
        {attachments.map(({ id, name, mediaType, size, url }) => (
          <li key={id} className={classes.file}>
            {mediaType.startsWith('image/') && <img src={url} alt="" loading="lazy" className={classes.picture} />}
            <Anchor href={url} download={name} className={classes.name}>
              <IconDownload size={18} aria-hidden /> <bdi>{name}</bdi>
            </Anchor>
            <Text size="sm" c="dimmed">
              {formatBytes(size, i18n.language)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
