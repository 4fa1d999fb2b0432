import type { Poll } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PollResults } from '../../../polls/poll-results';
import { useAbilities, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './polls-panel.module.css';
import { usePollCommands } from './use-poll-commands';
import { VoteForm } from './vote-form';

/** One poll that is or was open: a form to vote, the results as far as they are told, and what staff do with it. */
export const PollCard = memo(function PollCard({ poll }: { poll: Poll }) {
  const { t } = useTranslation('polls');
  const picks = useRoom((state) => state.myPolls.get(poll.id));
  const [changing, setChanging] = useState(false);
  const open = poll.state === 'open';
  const voting = open && (!picks || changing);
  const hidden = open && !voting && !poll.tally;
  return (
    <article className={classes.card} data-state={poll.state} data-testid="poll">
      <p className={classes.meta}>
        <b>{t(`state.${poll.state}`)}</b> · {t(`kind.${poll.kind}`)} · {t('voters', { count: poll.voters })}
      </p>
      <h4 dir="auto">{poll.question}</h4>
      {voting && <VoteForm key={poll.seq} poll={poll} picks={picks ?? []} onDone={() => setChanging(false)} />}
      {open && picks && !changing && <Voted poll={poll} onChange={() => setChanging(true)} />}
      {hidden && <p className={classes.meta}>{t('later')}</p>}
      {poll.tally && <PollResults poll={poll} tally={poll.tally} picks={picks} />}
      <Steps poll={poll} />
    </article>
  );
});

function Voted({ poll, onChange }: { poll: Poll; onChange: () => void }) {
  const { t } = useTranslation('polls');
  const commands = usePollCommands();
  const act = useAction();
  return (
    <div className={classes.voted}>
      <span role="status">{t('vote.done')}</span>
      <Button size="compact-xs" variant="default" onClick={onChange}>
        {t('vote.change')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => void act(() => commands.vote(poll.id, []))}>
        {t('vote.back')}
      </Button>
    </div>
  );
}

function Steps({ poll }: { poll: Poll }) {
  const { t } = useTranslation('polls');
  const { moderate } = useAbilities();
  const commands = usePollCommands();
  const act = useAction();
  if (!moderate) return null;
  const step = poll.state === 'open' ? 'close' : 'reopen';
  if (step === 'reopen' && poll.kind === 'quiz') return null;
  return (
    <div className={classes.steps}>
      <Button size="compact-sm" variant="light" onClick={() => void act(() => commands.step(poll.id, step))}>
        {t(`action.${step}`)}
      </Button>
    </div>
  );
}
