import { Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/errors';
import classes from './problem.module.css';

interface ProblemProps {
  error: Error | null;
  /** In the place of the general words for this kind of error. */
  words?: string | undefined;
  onRetry?: () => void;
}

/** A failure in words: what is wrong, and what the person can do. Announced when it appears. */
export function Problem({ error, words, onRetry }: ProblemProps) {
  const { t } = useTranslation();
  const wordsFor = useWords();
  return (
    <div role="alert" className={classes.place}>
      {error && (
        <div className={classes.problem}>
          <IconAlertTriangle size={20} className={classes.icon} aria-hidden />
          <div>
            <Text fw={600}>{words ?? wordsFor(error)}</Text>
            {!words && error instanceof ApiError && <Details error={error} />}
            {onRetry && (
              <Button variant="default" size="xs" mt="xs" onClick={onRetry}>
                {t('tryAgain')}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function Details({ error }: { error: ApiError }) {
  const { t } = useTranslation();
  const own = error.message !== error.code && error.code !== 'INTERNAL' && error.fields.length === 0;
  return (
    <>
      {own && <Text size="sm">{error.message}</Text>}
      {error.code === 'INTERNAL' && error.traceId && (
        <Text size="sm">{t('errors.trace', { traceId: error.traceId })}</Text>
      )}
    </>
  );
}

function useWords(): (error: Error) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t('errors.title');
    if (error.code === 'RATE_LIMITED' && error.retryAfter) {
      return t('errors.RATE_LIMITED_after', { count: Math.ceil(error.retryAfter) });
    }
    return t(`errors.${error.code}`);
  };
}
