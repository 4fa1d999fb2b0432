import { Button, Skeleton } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Message } from '../../ui/message';
import { PageHeading } from '../../ui/page-heading';
import { Problem } from '../../ui/problem';
import { JobFilter } from './job-filter';
import { JobRow } from './job-row';
import classes from './jobs.module.css';
import { useJobFilter, useJobs } from './use-jobs';

/** For admins: what the queue has to do, does, and has done. */
export function JobsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const { state, look } = useJobFilter();
  const jobs = useJobs(state);
  return (
    <>
      <PageHeading title={t('jobs.title')} text={t('jobs.text')} />
      {jobs.data?.counts && <JobFilter counts={jobs.data.counts} state={state} onChange={look} />}
      <List jobs={jobs} />
      {jobs.hasNextPage && (
        <Button variant="default" mt="lg" loading={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
          {t('common:showMore')}
        </Button>
      )}
    </>
  );
}

function List({ jobs: { data, error, refetch } }: { jobs: ReturnType<typeof useJobs> }) {
  const { t } = useTranslation('admin');
  if (!data)
    return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} radius="lg" />;
  if (data.jobs.length === 0)
    return (
      <Message size="section" icon={<IconListCheck size={28} />} title={t('jobs.empty')} text={t('jobs.emptyText')} />
    );
  return (
    <ul className={classes.list}>
      {data.jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </ul>
  );
}
