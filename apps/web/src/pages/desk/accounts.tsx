import type { AccountRole, AccountSummary } from '@lectern/contracts';
import { Button, NativeSelect, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Loaded } from '../../ui/loaded';
import { Problem } from '../../ui/problem';
import classes from './colleagues.module.css';

const roles = ['member', 'librarian', 'admin'] as const satisfies readonly AccountRole[];
const KEY = 'GET /api/accounts';

/** Who has an account, each with a role that can be changed; folded away, since it is seldom needed. */
export function Accounts() {
  const { t } = useTranslation(['desk', 'common']);
  const accounts = useAccounts();
  return (
    <details className={classes.people}>
      <summary>{t('colleagues.people')}</summary>
      <Loaded query={accounts} skeleton={<Skeleton h={120} radius="md" />}>
        {(list) => (
          <ul className={classes.list}>
            {list.map((account) => (
              <Account key={account.id} account={account} />
            ))}
          </ul>
        )}
      </Loaded>
      {accounts.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={accounts.isFetchingNextPage}
          onClick={() => void accounts.fetchNextPage()}
        >
          {t('common:showMore')}
        </Button>
      )}
    </details>
  );
}

function Account({ account }: { account: AccountSummary }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const { id: accountId, displayName, email, siteRole } = account;
  const change = useMutation({
    mutationFn: (role: AccountRole) =>
      api('PATCH /api/accounts/:accountId', { params: { accountId }, body: { siteRole: role } }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['GET /api/me'] });
      await queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
  return (
    <li className={classes.person}>
      <div className={classes.who}>
        <Text fw={600} dir="auto">
          {displayName}
        </Text>
        <Text size="sm" c="dimmed">
          {email}
        </Text>
      </div>
      <NativeSelect
        aria-label={t('colleagues.roleOf', { name: displayName })}
        value={change.isPending ? change.variables : siteRole}
        disabled={change.isPending}
        onChange={({ currentTarget: { value } }) => change.mutate(roles.find((role) => role === value)!)}
        data={roles.map((value) => ({ value, label: t(`colleagues.roles.${value}`) }))}
      />
      <Problem error={change.error} />
    </li>
  );
}

function useAccounts() {
  return useInfiniteQuery({
    queryKey: [KEY] as const,
    queryFn: ({ pageParam, signal }) => api(KEY, { query: pageParam === null ? {} : { cursor: pageParam } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.accounts),
  });
}
