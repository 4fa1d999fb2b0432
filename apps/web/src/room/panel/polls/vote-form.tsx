import '@mantine/core/styles/Input.layer.css';
import type { Poll } from '@lectern/contracts';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../ui/use-action';
import { choicesOf, toggled } from './choices';
import classes from './polls-panel.module.css';
import { usePollCommands } from './use-poll-commands';

interface VoteFormProps {
  poll: Poll;
  /** The vote so far. */
  picks: readonly string[];
  onDone: () => void;
}

/** Where one votes. */
export function VoteForm({ poll, picks: before, onDone }: VoteFormProps) {
  const { t } = useTranslation('polls');
  const commands = usePollCommands();
  const act = useAction();
  const [picks, setPicks] = useState<readonly string[]>(before);
  const [busy, setBusy] = useState(false);
  const given = picks.filter((pick) => pick.trim());
  const vote = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (given.length === 0 || busy) return;
    setBusy(true);
    if (await act(() => commands.vote(poll.id, given))) onDone();
    setBusy(false);
  };
  return (
    <form className={classes.vote} onSubmit={(event) => void vote(event)}>
      {poll.kind === 'words' ? (
        <Words most={poll.most} picks={picks} onPicks={setPicks} />
      ) : (
        <Choices poll={poll} picks={picks} onPicks={setPicks} />
      )}
      <p className={classes.meta}>{t(poll.anonymous ? 'anonymous' : 'named')}</p>
      <Button type="submit" size="compact-md" loading={busy} disabled={given.length === 0}>
        {t('vote.send')}
      </Button>
    </form>
  );
}

interface PicksProps {
  picks: readonly string[];
  onPicks: (picks: readonly string[]) => void;
}

function Choices({ poll, picks, onPicks }: PicksProps & { poll: Poll }) {
  const { t } = useTranslation('polls');
  const name = useId();
  const several = poll.most > 1;
  const rating = poll.kind === 'rating';
  return (
    <fieldset className={classes.choices} data-rating={rating || undefined}>
      <legend>{t(rating ? 'vote.rating' : several ? 'vote.several' : 'vote.one')}</legend>
      {choicesOf(poll).map(({ pick, label }) => (
        <label key={pick}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={picks.includes(pick)}
            onChange={() => onPicks(several ? toggled(picks, pick) : [pick])}
          />
          <span dir="auto">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Words({ most, picks, onPicks }: PicksProps & { most: number }) {
  const { t } = useTranslation('polls');
  return (
    <fieldset className={classes.choices}>
      <legend>{t('vote.words', { count: most })}</legend>
      {Array.from({ length: most }, (_, place) => (
        <TextInput
          key={place}
          aria-label={t('vote.word', { n: place + 1 })}
          maxLength={40}
          value={picks[place] ?? ''}
          onChange={(event) => {
            const word = event.currentTarget.value;
            onPicks(Array.from({ length: most }, (_, at) => (at === place ? word : (picks[at] ?? ''))));
          }}
        />
      ))}
    </fieldset>
  );
}
