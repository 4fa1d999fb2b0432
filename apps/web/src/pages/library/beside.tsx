import type { ResourceDetail } from '@lectern/contracts';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Playback } from './player/playback';
import { ChapterList } from './player/chapter-list';
import { Questions } from './player/questions';
import { Transcript } from './player/transcript';
import classes from './resource-page.module.css';

export function Beside({ resource, playback }: { resource: ResourceDetail; playback: Playback }) {
  const { t } = useTranslation('library');
  return (
    <section className={classes.beside} aria-label={t('resource.beside')}>
      <Tabs defaultValue="transcript" keepMounted={false}>
        <Tabs.List grow mb="sm">
          <Tabs.Tab value="transcript">{t('transcript.tab')}</Tabs.Tab>
          {resource.chapters.length > 0 && <Tabs.Tab value="chapters">{t('chapters.tab')}</Tabs.Tab>}
          <Tabs.Tab value="questions">{t('questions.tab', { count: resource.questions.length })}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="transcript">
          <Transcript cues={resource.transcript} playback={playback} />
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
