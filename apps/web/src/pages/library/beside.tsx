import type { ResourceDetail } from '@lectern/contracts';
import { Tabs, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../languages/names';
import type { Playback } from './player/playback';
import { ChapterList } from './player/chapter-list';
import { Questions } from './player/questions';
import { cuesHeard } from './player/heard';
import { Transcript } from './player/transcript';
import type { Heard } from './player/use-heard';
import classes from './resource-page.module.css';

interface BesideProps {
  resource: ResourceDetail;
  playback: Playback;
  heard: Heard;
}

/** What is read beside the video: in the language that is heard. */
export function Beside({ resource, playback, heard }: BesideProps) {
  const { t } = useTranslation('library');
  const { languages, language, isOriginalOnly } = heard;
  const cues = useMemo(() => cuesHeard(resource.transcript, language), [resource.transcript, language]);
  return (
    <section className={classes.beside} aria-label={t('resource.beside')}>
      <Tabs defaultValue="transcript" keepMounted={false}>
        <Tabs.List grow mb="sm">
          <Tabs.Tab value="transcript">{t('transcript.tab')}</Tabs.Tab>
          {resource.chapters.length > 0 && <Tabs.Tab value="chapters">{t('chapters.tab')}</Tabs.Tab>}
          <Tabs.Tab value="questions">{t('questions.tab', { count: resource.questions.length })}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="transcript">
          {languages.length > 0 && !isOriginalOnly && (
            <Text size="sm" c="dimmed" mb="xs">
              {language === null
                ? t('transcript.original')
                : t('transcript.inLanguage', { language: ownName(language) })}
            </Text>
          )}
          <Transcript cues={cues} playback={playback} />
        </Tabs.Panel>
        {resource.chapters.length > 0 && (
          <Tabs.Panel value="chapters">
            <ChapterList chapters={resource.chapters} playback={playback} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="questions">
          <Questions questions={resource.questions} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
