import '@mantine/core/styles/Group.layer.css';
import { Anchor, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../api/query';
import { DraftRow } from '../../polls/draft-row';
import { PollForm } from '../../polls/poll-form';
import { PollResults } from '../../polls/poll-results';
import classes from '../../polls/polls.module.css';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/section';

/** Polls are prepared here before the session, and read here after it. */
export function Polls({ webinarId, over }: { webinarId: string; over: boolean }) {
  const { t } = useTranslation('polls');
  const query = useQuery(apiQuery('GET /api/webinars/:webinarId/polls', { params: { webinarId } }));
  const any = (query.data?.polls.length ?? 0) > 0;
  if (over && !any) return null;
  return (
    <Section title={t('title')} aside={any && <Exports webinarId={webinarId} />}>
      {!over && (
        <Text c="dimmed" mb="md">
          {t('text')}
        </Text>
      )}
      <Loaded query={query} skeleton={<Skeleton h={120} radius="lg" />} missing={null}>
        {({ polls }) => (
          <ul className={classes.list}>
            {polls.map((poll) => (
              <li key={poll.id}>
                {poll.state === 'draft' ? (
                  <DraftRow webinarId={webinarId} poll={poll} />
                ) : (
                  <article className={classes.draft}>
                    <p className={classes.kind}>
                      {t(`state.${poll.state}`)} · {t('voters', { count: poll.voters })}
                    </p>
                    <h4 dir="auto">{poll.question}</h4>
                    {poll.tally && <PollResults poll={poll} tally={poll.tally} />}
                  </article>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {!over && <NewPoll webinarId={webinarId} />}
    </Section>
  );
}

function Exports({ webinarId }: { webinarId: string }) {
  const { t } = useTranslation('polls');
  return (
    <Group gap="md">
      {(['csv', 'json'] as const).map((format) => (
        <Anchor key={format} size="sm" href={`/api/webinars/${webinarId}/polls.${format}`} download>
          {t(`export.${format}`)}
        </Anchor>
      ))}
    </Group>
  );
}

function NewPoll({ webinarId }: { webinarId: string }) {
  const { t } = useTranslation('polls');
  const [writing, setWriting] = useState(false);
  if (writing) return <PollForm webinarId={webinarId} onDone={() => setWriting(false)} />;
  return (
    <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWriting(true)}>
      {t('new')}
    </Button>
  );
}
