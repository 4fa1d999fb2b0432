import type { ResourceDetail } from '@lectern/contracts';
import { Anchor, Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../../languages/names';
import { Section } from '../../../ui/section';
import { formatBytes } from '../contents/format-bytes';
import classes from './downloads.module.css';

const formats = [
  ['schema.org', 'JSON-LD'],
  ['dublin-core', 'Dublin Core'],
  ['lom', 'IEEE LOM'],
] as const;

/** Of the words in a language: WebVTT, SubRip, and text to read. */
const forms = ['url', 'srt', 'text'] as const;

/** A group without a file is left out. */
interface Group {
  name: 'media' | 'words' | 'questions';
  files: { url: string; name: string }[];
}

export function Downloads({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const hasCaptions = resource.captions.length > 0;
  const groups = useGroups(resource).filter(({ name, files }) => files.length > 0 || (name === 'words' && hasCaptions));
  return (
    <Section title={t('downloads.title')}>
      {groups.map(({ name: group, files }) => (
        <div key={group} className={classes.group}>
          <h3>{t(`downloads.groups.${group}`)}</h3>
          {group === 'words' && <Languages captions={resource.captions} />}
          <ul>
            {files.map(({ url, name }) => (
              <li key={url}>
                <Button
                  component="a"
                  href={url}
                  download
                  variant="default"
                  leftSection={<IconDownload size={18} aria-hidden />}
                >
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        </div>
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

/** Of each language a line, in which the forms of its words stand side by side. */
function Languages({ captions }: Pick<ResourceDetail, 'captions'>) {
  const { t } = useTranslation('library');
  return (
    <ul className={classes.languages}>
      {captions.map(({ language, ...urls }) => (
        <li key={language}>
          <span lang={language} dir="auto">
            {ownName(language)}
          </span>
          <span className={classes.forms}>
            {forms.map(
              (form) =>
                urls[form] && (
                  <Button
                    key={form}
                    component="a"
                    href={urls[form]}
                    download
                    variant="default"
                    size="xs"
                    aria-label={t(`downloads.formOf.${form}`, { language: ownName(language) })}
                  >
                    {t(`downloads.form.${form}`)}
                  </Button>
                ),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useGroups(resource: ResourceDetail): Group[] {
  const { t, i18n } = useTranslation('library');
  const { transcriptUrl, chaptersUrl, media, channels, questionFiles } = resource;
  const sized = (name: string, bytes: number | null) =>
    bytes === null ? name : t('downloads.sized', { name, size: formatBytes(bytes, i18n.language) });
  const words = [
    { url: transcriptUrl, name: t('downloads.transcript') },
    { url: chaptersUrl, name: t('downloads.chapters') },
  ];
  const questions = (['html', 'csv', 'json'] as const).flatMap((format) =>
    questionFiles ? { url: questionFiles[format], name: t(`downloads.questions.${format}`) } : [],
  );
  return [
    {
      name: 'media',
      files: [
        ...media.map(({ format, url, bytes }) => ({ url, name: sized(t(`downloads.media.${format}`), bytes) })),
        ...channels.map(({ language, url, bytes }) => ({
          url,
          name: sized(t('downloads.channel', { language: ownName(language) }), bytes),
        })),
      ],
    },
    { name: 'words', files: words.flatMap(({ url, name }) => (url === null ? [] : { url, name })) },
    { name: 'questions', files: questions },
  ];
}
