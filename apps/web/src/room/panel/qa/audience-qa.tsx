import type { Question } from '@lectern/contracts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../../room-context';
import { OutboxItem } from '../outbox-item';
import { pendingOf } from '../pending';
import { Growing } from './growing';
import { Moderation, type OpenTool } from './moderation';
import { audienceLists, type SortBy } from './order';
import { OwnTools } from './own-tools';
import classes from './qa.module.css';
import { LoadMore } from './load-more';
import { QaSearch } from './qa-search';
import { QuestionCard } from './question-card';
import { Section } from './section';
import { SortSwitch } from './sort-switch';
import { useQuestionSearch } from './use-question-search';

/** The questions as the audience and the presenters see them. */
export function AudienceQa() {
  const { t } = useTranslation('room');
  const [sort, setSort] = useState<SortBy>('votes');
  const { search, setSearch, forMe, setForMe, found, searching } = useQuestionSearch();
  const lists = useMemo(() => audienceLists(found, sort), [found, sort]);
  const empty = Object.values(lists).every((list: Question[]) => list.length === 0);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('qa.list')}>
      <QaSearch search={search} onSearch={setSearch} forMe={forMe} onForMe={setForMe} />
      <UnsentQuestions />
      <Section title={t('qa.section.answering')} count={lists.answering.length} tone="live">
        <Cards list={lists.answering} />
      </Section>
      <Section title={t('qa.section.own')} count={lists.own.length} tone="wait">
        <Cards list={lists.own} withState />
      </Section>
      <Section
        title={t('qa.section.open')}
        count={lists.open.length}
        aside={lists.open.length > 1 && <SortSwitch sort={sort} onSort={setSort} />}
      >
        <Cards list={lists.open} />
      </Section>
      <Section title={t('qa.section.answered')} count={lists.answered.length}>
        <Cards list={lists.answered} />
      </Section>
      {empty && <p className={classes.empty}>{t(searching ? 'qa.nothingFound' : 'qa.empty')}</p>}
      <LoadMore search={search} sort={sort} />
    </div>
  );
}

function Cards({ list, withState }: { list: readonly Question[]; withState?: boolean }) {
  const { answer } = useAbilities();
  const [open, setOpen] = useState<OpenTool | null>(null);
  return (
    <Growing list={list}>
      {(shown) =>
        shown.map((question) => (
          <QuestionCard key={question.id} question={question} withState={withState}>
            {question.mine && <OwnTools question={question} />}
            {answer && <Moderation question={question} open={open} onOpen={setOpen} />}
          </QuestionCard>
        ))
      }
    </Growing>
  );
}

export function UnsentQuestions() {
  const outbox = useRoom((state) => state.outbox);
  const questions = useRoom((state) => state.questions);
  const own = useMemo(
    () => [...questions.values()].filter((q) => q.mine).map(({ text, askedAt }) => ({ text, at: askedAt })),
    [questions],
  );
  return pendingOf(outbox, 'question', own).map((entry) => <OutboxItem key={entry.clientId} entry={entry} />);
}
