import type { VersionContent, VersionField } from '@lectern/contracts';
import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../../api/query';
import { ownName } from '../../../languages/names';
import { licences } from '../../../library/licences';
import { Loaded } from '../../../ui/loaded';
import classes from './versions.module.css';

/** What a version said, field by field, with the files that it had. */
export function VersionContentView({ resourceId, number }: { resourceId: string; number: number }) {
  const { t } = useTranslation('library');
  const params = { resourceId, number: String(number) };
  const query = useQuery(apiQuery('GET /api/resources/:resourceId/versions/:number', { params }));
  const wordsOf = useWords(resourceId);
  return (
    <Loaded query={query} skeleton={<Skeleton h={96} radius="md" />}>
      {(content) => (
        <dl className={classes.content}>
          {wordsOf(content).map(([field, values]) => (
            <div key={field}>
              <dt>{t(`versions.field.${field}`)}</dt>
              {values.map((value, index) => (
                <dd key={index} dir="auto">
                  {value}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </Loaded>
  );
}

/** Each field that says something, one line a value. */
function useWords(resourceId: string) {
  const { t } = useTranslation('library');
  return (content: VersionContent): [VersionField, ReactNode[]][] => {
    const { description, level, link } = content;
    const words: [VersionField, ReactNode[]][] = [
      ['title', [content.title]],
      ['description', description ? [description] : []],
      ['authors', content.authors],
      ['institutions', content.institutions],
      ['languages', content.languages.map(ownName)],
      ['licence', [licences[content.licence].name]],
      ['link', link ? [link] : []],
      ['subjects', content.subjects],
      ['level', level ? [t(`metadata.levels.${level}`)] : []],
      ['competencies', content.competencies.map((code) => t(`competency.${code}`))],
      ['accessibility', content.accessibility.map((feature) => t(`metadata.features.${feature}`))],
      ['translations', content.translations.map((one) => `${ownName(one.language)}: ${one.title}`)],
      ['parts', content.parts.map((part) => part.title)],
      ['files', content.files.map((file) => <FileLink key={file.id} resourceId={resourceId} {...file} />)],
    ];
    return words.filter(([, values]) => values.length > 0);
  };
}

function FileLink({ resourceId, id, name }: { resourceId: string; id: string; name: string }) {
  return (
    <Anchor href={`/api/resources/${resourceId}/attachments/${id}`} download={name}>
      {name}
    </Anchor>
  );
}
