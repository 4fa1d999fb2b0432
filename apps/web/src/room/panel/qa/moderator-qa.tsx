import type { Question } from '@lectern/contracts';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnsentQuestions } from './audience-qa';
import { Growing } from './growing';
import { Moderation, type OpenTool } from './moderation';
import { countByState, inState, type SortBy } from './order';
import classes from './qa.module.css';
import { QaSearch } from './qa-search';
import { QuestionCard } from './question-card';
import { SortSwitch } from './sort-switch';
import { StateTabs } from './state-tabs';
import { useAllQuestions } from './use-all-questions';
import { useModerationKeys } from './use-moderation-keys';
import { useQuestionSearch } from './use-question-search';

const columns = ['pending', 'approved', 'answering', 'answered'] as const;
const tabs = [...columns, 'dismissed'] as const;

/** The moderators' desk: one state at a time in a narrow panel, a column each in a wide one. */
export function ModeratorQa({ wide }: { wide: boolean }) {
  const { t } = useTranslation('room');
  const { search, setSearch, forMe, setForMe, found: questions } = useQuestionSearch();
  useAllQuestions();
  const [tab, setTab] = useState<(typeof tabs)[number]>('pending');
  const shown = useMemo((): readonly (typeof tabs)[number][] => (wide ? columns : [tab]), [wide, tab]);
  const [sort, setSort] = useState<SortBy>('votes');
  const lists = useMemo(() => shown.map((state) => inState(questions, state, sort)), [questions, shown, sort]);
  const [open, setOpen] = useState<OpenTool | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const { current, onFocus, onKeyDown } = useModerationKeys(lists, area, setOpen);
  return (
    <>
      <QaSearch search={search} onSearch={setSearch} forMe={forMe} onForMe={setForMe}>
        {(lists[shown.indexOf('approved')]?.length ?? 0) > 1 && <SortSwitch sort={sort} onSort={setSort} />}
      </QaSearch>
      {!wide && <StateTabs states={tabs} counts={countByState(questions)} value={tab} onChange={setTab} />}
      <div ref={area} className={classes.desk} data-wide={wide || undefined} onFocus={onFocus} onKeyDown={onKeyDown}>
        {shown.map((state, index) => (
          <section key={state} className={classes.column} aria-label={t(`qa.column.${state}`)} data-state={state}>
            {wide && (
              <h3>
                {t(`qa.column.${state}`)} <span>{lists[index]?.length}</span>
              </h3>
            )}
            <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('qa.list')}>
              {state === 'pending' && <UnsentQuestions />}
              <Cards list={lists[index] ?? []} current={current} open={open} onOpen={setOpen} />
              {lists[index]?.length === 0 && <p className={classes.empty}>{t(`qa.emptyState.${state}`)}</p>}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

interface CardsProps {
  list: readonly Question[];
  current: string | null;
  open: OpenTool | null;
  onOpen: (open: OpenTool | null) => void;
}

function Cards({ list, current, open, onOpen }: CardsProps) {
  return (
    <Growing list={list} reach={list.findIndex(({ id }) => id === current)}>
      {(shown) =>
        shown.map((question) => (
          <QuestionCard key={question.id} question={question} current={question.id === current}>
            <Moderation question={question} open={open} onOpen={onOpen} />
          </QuestionCard>
        ))
      }
    </Growing>
  );
}
