import type { Poll } from '@lectern/contracts';
import { Anchor, Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftRow } from '../../../polls/draft-row';
import { PollForm } from '../../../polls/poll-form';
import { useAbilities, useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import { PollCard } from './poll-card';
import classes from './polls-panel.module.css';
import { usePollCommands } from './use-poll-commands';

/** Polls of the room: what is open, for staff what is prepared, and what was closed. */
export function PollsPanel() {
  const { t } = useTranslation('polls');
  const { moderate } = useAbilities();
  const polls = useRoom((state) => state.polls);
  const { open, drafts, closed } = useMemo(() => piles(polls), [polls]);
  return (
    <div className={classes.scroll} data-testid="polls">
      {moderate && <Desk />}
      {polls.size === 0 && <p className={classes.empty}>{t(moderate ? 'empty' : 'emptyAudience')}</p>}
      <Pile title={t('section.open')} polls={open} draw={(poll) => <PollCard poll={poll} />} />
      <Pile title={t('section.drafts')} polls={drafts} draw={(poll) => <Draft poll={poll} />} />
      <Pile title={t('section.closed')} polls={closed} draw={(poll) => <PollCard poll={poll} />} />
    </div>
  );
}

function piles(polls: ReadonlyMap<string, Poll>) {
  const all = [...polls.values()];
  const latest = (a: Poll, b: Poll) => (b.openedAt ?? '').localeCompare(a.openedAt ?? '');
  const of = (state: Poll['state']) => all.filter((poll) => poll.state === state);
  return { open: of('open').sort(latest), drafts: of('draft'), closed: of('closed').sort(latest) };
}

function Pile({ title, polls, draw }: { title: string; polls: readonly Poll[]; draw: (poll: Poll) => ReactNode }) {
  if (polls.length === 0) return null;
  return (
    <section className={classes.pile}>
      <h3>{title}</h3>
      {polls.map((poll) => (
        <div key={poll.id}>{draw(poll)}</div>
      ))}
    </section>
  );
}

/** For staff: a new poll, and all results as files. */
function Desk() {
  const { t } = useTranslation('polls');
  const { webinarId } = useLiveRoom().session;
  const any = useRoom((state) => state.polls.size > 0);
  const [writing, setWriting] = useState(false);
  if (writing) return <PollForm webinarId={webinarId} onDone={() => setWriting(false)} />;
  return (
    <Group justify="space-between" gap="xs">
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setWriting(true)}
      >
        {t('new')}
      </Button>
      {any && (
        <Group gap="sm">
          {(['csv', 'json'] as const).map((format) => (
            <Anchor
              key={format}
              size="xs"
              href={`/api/webinars/${webinarId}/polls.${format}`}
              aria-label={t(`export.${format}`)}
              download
            >
              {format.toUpperCase()}
            </Anchor>
          ))}
        </Group>
      )}
    </Group>
  );
}

function Draft({ poll }: { poll: Poll }) {
  const { t } = useTranslation('polls');
  const { webinarId } = useLiveRoom().session;
  const commands = usePollCommands();
  const act = useAction();
  return (
    <DraftRow webinarId={webinarId} poll={poll}>
      <Button
        size="compact-sm"
        aria-label={t('openLabel', { question: poll.question })}
        onClick={() => void act(() => commands.step(poll.id, 'open'))}
      >
        {t('action.open')}
      </Button>
    </DraftRow>
  );
}
