import type { ResourceDetail } from '@lectern/contracts';
import { Button, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LanguageNames } from '../../../languages/language-names';
import { KindIcon } from '../../../library/kind-icon';
import { PageTitle } from '../../../ui/page-title';
import { About, InOtherLanguages } from '../about';
import { Desk } from '../details/desk';
import { Downloads } from '../details/downloads';
import { Reuse } from '../details/reuse';
import { Attachments } from './attachments';
import classes from './contents.module.css';
import { Institutions } from '../partners/institutions';
import { VersionNote } from '../versions/version-note';
import { PartOf, Parts } from './parts';

/** The page of what is no recording: a document, slides, a link, a package or a series. */
export function ContributedView({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation(['library', 'common']);
  return (
    <>
      {resource.may.length > 1 && <Desk resource={resource} />}
      <PageTitle title={resource.title} />
      <p className={classes.kind}>
        <KindIcon kind={resource.kind} size={20} /> {t(`common:kinds.${resource.kind}`)}
      </p>
      <Title order={1} dir="auto">
        {resource.title}
      </Title>
      {resource.authors.length > 0 && (
        <Text size="lg" mt="xs">
          {t('contents.by', { names: resource.authors.join(', ') })}
        </Text>
      )}
      <Institutions resource={resource} />
      <Text c="dimmed" mt={4} mb="lg">
        <LanguageNames tags={resource.languages} />
      </Text>
      <VersionNote resource={resource} />
      {resource.description && (
        <Text className={classes.description} dir="auto">
          {resource.description}
        </Text>
      )}
      {resource.link && <LinkOut href={resource.link} />}
      <InOtherLanguages resource={resource} />
      <PartOf resource={resource} />
      <Attachments attachments={resource.attachments} />
      <Parts resource={resource} />
      <About resource={resource} />
      <Reuse resource={resource} />
      <Downloads resource={resource} />
    </>
  );
}

/** Where it leads is said before it is pressed. */
function LinkOut({ href }: { href: string }) {
  const { t } = useTranslation('library');
  return (
    <Button
      component="a"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      my="md"
      leftSection={<IconExternalLink size={18} />}
    >
      {t('contents.open', { host: new URL(href).host })}
    </Button>
  );
}
