import '../editor/styles';
import type { RestResponse } from '@lectern/contracts';
import { Button, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { apiQuery } from '../../../api/query';
import { Loaded } from '../../../ui/loaded';
import { Problem } from '../../../ui/problem';
import classes from './library.module.css';
import { RuleForm } from './rule-form';

type Rule = RestResponse<'GET /api/retention'>['rules'][number];

/** What becomes of recordings with time. Each rule is tried before it is saved. */
export function RetentionRules() {
  const { t } = useTranslation('review');
  const query = useQuery(apiQuery('GET /api/retention'));
  const [open, setOpen] = useState<'new' | { seriesId: string | null } | null>(null);
  const isOpen = ({ seriesId }: Rule) => open !== null && open !== 'new' && open.seriesId === seriesId;
  const close = () => setOpen(null);
  return (
    <>
      <Text c="dimmed" mb="md" className={classes.reading}>
        {t('retention.text')}
      </Text>
      <Loaded query={query} skeleton={<Skeleton h={96} radius="lg" />}>
        {({ rules }) => (
          <>
            <ul className={classes.list}>
              {rules.map((rule) => (
                <li key={rule.seriesId ?? ''} className={classes.row}>
                  <RuleWords rule={rule} />
                  <div className={classes.actions}>
                    <Button
                      variant="default"
                      aria-expanded={isOpen(rule)}
                      onClick={() => setOpen(isOpen(rule) ? null : { seriesId: rule.seriesId })}
                    >
                      {t('retention.change')}
                    </Button>
                    {rule.seriesId !== null && <Forget seriesId={rule.seriesId} />}
                  </div>
                  {isOpen(rule) && <RuleForm rule={rule} onDone={close} />}
                </li>
              ))}
            </ul>
            {open === 'new' ? (
              <div className={classes.row}>
                <RuleForm rule={null} onDone={close} />
              </div>
            ) : (
              <Button variant="default" mt="md" onClick={() => setOpen('new')}>
                {t('retention.add')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function RuleWords({ rule: { seriesId, title, action, afterDays } }: { rule: Rule }) {
  const { t } = useTranslation('review');
  return (
    <div className={classes.what}>
      <Text fw={600} dir="auto">
        {seriesId === null ? t('retention.default') : (title ?? t('retention.gone'))}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`retention.says.${action}`, { count: afterDays })}
      </Text>
    </div>
  );
}

function Forget({ seriesId }: { seriesId: string }) {
  const { t } = useTranslation('review');
  const queries = useQueryClient();
  const forget = useMutation({
    mutationFn: () => api('DELETE /api/retention/:seriesId', { params: { seriesId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['GET /api/retention'] }),
  });
  return (
    <>
      <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate()}>
        {t('retention.forget')}
      </Button>
      <Problem error={forget.error} />
    </>
  );
}
