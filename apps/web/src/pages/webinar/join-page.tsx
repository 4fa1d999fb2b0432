import type { RestResponse } from '@lectern/contracts';
import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { isApiError } from '../../api/errors';
import { apiQuery } from '../../api/query';
import { formatDay } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { Loaded } from '../../ui/loaded';
import { Message } from '../../ui/message';
import { PageSkeleton } from '../../ui/page-skeleton';
import { PageTitle } from '../../ui/page-title';
import { StatusPill } from '../../ui/status-pill';
import { WebinarFacts } from '../../webinars/webinar-facts';
import { JoinForm } from './join-form';
import classes from './join-page.module.css';

type Preview = RestResponse<'GET /api/invitations/:token'>;

const isRefused = (error: unknown): boolean =>
  isApiError(error, 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'WRONG_STATE');

export function JoinPage() {
  const { token = '' } = useParams();
  const query = useQuery({
    ...apiQuery('GET /api/invitations/:token', { params: { token } }),
    // A link that does not work will not: asking again would only be counted as guessing.
    refetchInterval: ({ state }) => (isRefused(state.error) ? false : 15_000),
  });
  if (isRefused(query.error)) return <Invalid />;
  return (
    <Loaded query={query} skeleton={<PageSkeleton />} missing={<Invalid />}>
      {(preview) =>
        preview.webinar.status === 'ended' ? <Over preview={preview} /> : <Invited {...{ preview, token }} />
      }
    </Loaded>
  );
}

function Invited({ preview, token }: { preview: Preview; token: string }) {
  const { t } = useTranslation('webinar');
  const { webinar, role, hostName } = preview;
  return (
    <article className={classes.card}>
      <PageTitle title={webinar.title} />
      <div className={classes.what}>
        <div className={classes.above}>
          <Text c="dimmed" fw={600}>
            {t('join.title')}
          </Text>
          {webinar.status === 'live' && <StatusPill status="live" />}
        </div>
        <Title order={1} dir="auto">
          {webinar.title}
        </Title>
        <Text c="dimmed" mt="xs" mb="lg">
          {t('by', { name: hostName })}
        </Text>
        <WebinarFacts webinar={webinar} />
      </div>
      <div className={classes.enter}>
        <Text mb="md">{t(`join.role.${role}`)}</Text>
        <JoinForm preview={preview} token={token} />
      </div>
    </article>
  );
}

function Over({ preview }: { preview: Preview }) {
  const { t } = useTranslation(['webinar', 'common']);
  const moment = useMoment();
  const { webinar } = preview;
  const day = formatDay(new Date(webinar.endedAt ?? webinar.startsAt), moment);
  const action = (
    <Button component={Link} to="/library">
      {t('common:toLibrary')}
    </Button>
  );
  return (
    <Message title={t('join.over')} text={t('join.overText', { day })} action={action}>
      <PageTitle title={webinar.title} />
    </Message>
  );
}

function Invalid() {
  const { t } = useTranslation(['webinar', 'common']);
  const action = (
    <Button component={Link} to="/" variant="default">
      {t('common:toProgramme')}
    </Button>
  );
  return (
    <Message title={t('join.invalid')} text={t('join.invalidText')} action={action}>
      <PageTitle title={t('join.invalid')} />
    </Message>
  );
}
