import type { ResourceDetail } from '@lectern/contracts';
import { Anchor, Button, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { licences } from '../../../library/licences';
import { Section } from '../../../ui/section';
import { useCopy } from '../../../ui/use-copy';
import classes from './reuse.module.css';

/** What others may do with it, and the line with which they credit it. */
export function Reuse({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation(['library', 'common']);
  const { state, copy } = useCopy();
  const { name, url } = licences[resource.licence];
  const parts = { title: resource.title, licence: name, licenceUrl: url, url: pageUrl(resource.id) };
  const names = [...resource.authors, ...resource.institutions];
  const line =
    names.length > 0 ? t('licence.line', { ...parts, authors: names.join(', ') }) : t('licence.lineNoAuthors', parts);
  return (
    <Section title={t('licence.title')}>
      <Text>
        <Anchor href={url} rel="license noopener" target="_blank" fw={600}>
          {name}
        </Anchor>{' '}
        {t(`licence.can.${resource.licence}`)}
      </Text>
      <p className={classes.label}>{t('licence.attribution')}</p>
      <blockquote className={classes.line} dir="auto">
        {line}
      </blockquote>
      <Button
        variant="default"
        size="sm"
        leftSection={state === 'copied' ? <IconCheck size={18} /> : <IconCopy size={18} />}
        onClick={() => void copy(line)}
      >
        {state === 'copied' ? t('common:copied') : t('licence.copy')}
      </Button>
      <Text span size="sm" ms="sm" role="status">
        {state === 'failed' && t('common:copyFailed')}
      </Text>
    </Section>
  );
}

const pageUrl = (id: string) => new URL(`/library/${id}`, window.location.origin).href;
