import type { ResourceDetail, RestResponse } from '@lectern/contracts';
import { Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { apiQuery } from '../../../api/query';
import { formatDate } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import { Loaded } from '../../../ui/loaded';
import { CommentForm } from './comment-form';
import { ReviewNotes } from './review-notes';
import classes from './review.module.css';

type Thread = RestResponse<'GET /api/resources/:resourceId/review'>;

/** What was said of a resource between those who made it and the librarians, and what they decide. */
export function ReviewPanel({ resource }: { resource: ResourceDetail }) {
  const params = { resourceId: resource.id };
  const query = useQuery({
    ...apiQuery('GET /api/resources/:resourceId/review', { params }),
    refetchInterval: 30_000,
  });
  useSeen(resource.id, query.data);
  return (
    <Loaded query={query} skeleton={<Skeleton h={24} radius="md" />}>
      {(thread) => <Panel resource={resource} thread={thread} />}
    </Loaded>
  );
}

/** What is settled is folded away; what waits for somebody is not. */
function Panel({ resource, thread }: { resource: ResourceDetail; thread: Thread }) {
  const { t } = useTranslation('review');
  const { status } = resource;
  const { notes } = thread;
  const [wasNews] = useState(() => notes.some(({ isNew }) => isNew));
  const isOpen = wasNews || status === 'submitted' || status === 'returned' || status === 'declined';
  if (status === 'draft' && notes.length === 0) return null;
  return (
    <details className={classes.panel} open={isOpen}>
      <summary>{t('thread.title', { count: notes.length })}</summary>
      <ReviewNotes notes={notes} />
      <Accepted thread={thread} />
      <CommentForm resource={resource} submittedAt={thread.submittedAt} />
    </details>
  );
}

function Accepted({ thread: { acceptance } }: { thread: Thread }) {
  const { t } = useTranslation('review');
  const moment = useMoment();
  if (!acceptance) return null;
  const { version, by, acceptedAt } = acceptance;
  return (
    <Text size="sm" c="dimmed">
      {t('thread.accepted', { version, name: by, date: formatDate(new Date(acceptedAt), moment) })}
    </Text>
  );
}

/** Who has the thread before him has read it. */
function useSeen(resourceId: string, thread?: Thread) {
  const queries = useQueryClient();
  const newest = thread?.notes.findLast(({ isNew }) => isNew)?.id;
  useEffect(() => {
    if (newest === undefined) return;
    const params = { resourceId };
    const note = async () => {
      await api('POST /api/resources/:resourceId/review/seen', { params });
      // Not the thread itself: what is new stays marked while it is read.
      void queries.invalidateQueries({ queryKey: ['GET /api/contributions'] });
      void queries.invalidateQueries({ queryKey: ['GET /api/contributions/news'] });
    };
    // It stays new, and is noted the next time.
    note().catch(() => undefined);
  }, [queries, resourceId, newest]);
}
