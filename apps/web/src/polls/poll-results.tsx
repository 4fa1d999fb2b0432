import type { Poll, PollTally } from '@lectern/contracts';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cssVariables } from '../ui/css-variables';
import classes from './polls.module.css';
import { barsOf, sizeOf } from './shares';

interface ResultsProps {
  poll: Poll;
  tally: PollTally;
  /** What the reader has voted for. */
  picks?: readonly string[] | undefined;
}

/** The counts: a bar for each answer, or a cloud of words. Both are lists that read well without seeing them. */
export function PollResults(props: ResultsProps) {
  return props.poll.kind === 'words' ? <Cloud {...props} /> : <Bars {...props} />;
}

function Bars({ poll, tally, picks = [] }: ResultsProps) {
  const { t, i18n } = useTranslation('polls');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <ul className={classes.bars} data-testid="poll-bars">
      {barsOf(poll, tally).map(({ pick, label, votes, share, right }) => (
        <li key={pick} data-right={right || undefined} data-mine={picks.includes(pick) || undefined}>
          <div className={classes.barHead}>
            <span dir="auto">
              {poll.kind === 'rating' ? t('stars', { count: Number(pick) }) : label}
              {right && <b> ✓ {t('right')}</b>}
              {picks.includes(pick) && <i> {t('yours')}</i>}
            </span>
            <span className={classes.number}>
              {percent.format(share)} <VisuallyHidden>, </VisuallyHidden>
              <small>{t('votes', { count: votes })}</small>
            </span>
          </div>
          <div className={classes.track} aria-hidden>
            <div style={cssVariables({ '--share': share })} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Cloud({ tally }: ResultsProps) {
  const { t } = useTranslation('polls');
  if (tally.length === 0) return <p className={classes.none}>{t('noWords')}</p>;
  return (
    <ul className={classes.cloud} data-testid="poll-cloud">
      {tally.map(({ pick, label, votes }) => (
        <li key={pick} style={cssVariables({ '--size': sizeOf(votes, tally) })} title={t('votes', { count: votes })}>
          <span dir="auto">{label}</span>
          <VisuallyHidden>, {t('votes', { count: votes })}</VisuallyHidden>
        </li>
      ))}
    </ul>
  );
}
