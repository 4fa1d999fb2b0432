import type { ResourceDetail } from '@lectern/contracts';
import { Anchor, Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../../languages/names';
import { Section } from '../../../ui/section';

const formats = [
  ['schema.org', 'JSON-LD'],
  ['dublin-core', 'Dublin Core'],
  ['lom', 'IEEE LOM'],
] as const;

export function Downloads({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const { srt, text } = resource.transcriptFiles;
  const files = [
    ...(resource.videoUrl === null ? [] : [{ url: resource.videoUrl, name: t('downloads.video') }]),
    ...resource.captions.map(({ language, url }) => ({
      url,
      name: t('downloads.captions', { language: ownName(language) }),
    })),
    ...(srt === null ? [] : [{ url: srt, name: t('downloads.subtitles') }]),
    ...(text === null ? [] : [{ url: text, name: t('downloads.transcript') }]),
  ];
  return (
    <Section title={t('downloads.title')}>
      {files.map(({ url, name }) => (
        <Button
          key={url}
          component="a"
          href={url}
          download
          variant="default"
          me="sm"
          mb="sm"
          leftSection={<IconDownload size={18} />}
        >
          {name}
        </Button>
      ))}
      {resource.status === 'published' && (
        <Text size="sm" c="dimmed">
          {t('downloads.metadata')}{' '}
          {formats.map(([format, name], index) => (
            <Fragment key={format}>
              {index > 0 && ' · '}
              <Anchor href={`/api/resources/${resource.id}/metadata/${format}`}>{name}</Anchor>
            </Fragment>
          ))}
        </Text>
      )}
    </Section>
  );
}
