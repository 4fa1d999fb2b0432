import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { api } from '../../api/client';
import { isApiError } from '../../api/errors';
import { apiQuery } from '../../api/query';
import { Problem } from '../../ui/problem';
import { AuthCard } from './auth-card';
import { textOf } from './form-text';

/** An account by a one-time link: the first one, and later the colleagues'. */
export function SetupPage() {
  const { t } = useTranslation('auth');
  const { token = '' } = useParams();
  const setup = useSetup();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [displayName, email, password] = [
      textOf(form, 'displayName'),
      textOf(form, 'email'),
      textOf(form, 'password'),
    ];
    setup.mutate({ token, displayName, email, password });
  };
  const field = (name: string) => (isApiError(setup.error) ? setup.error.field(name) : undefined);
  const named = ['displayName', 'email', 'password'].some(field);
  return (
    <AuthCard title={t('setup.title')} text={t('setup.text')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="displayName"
            label={t('name')}
            description={t('nameHint')}
            autoComplete="name"
            required
            autoFocus
            maxLength={80}
            size="md"
            error={field('displayName')}
          />
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            size="md"
            error={field('email')}
          />
          <PasswordInput
            name="password"
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={200}
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            error={field('password')}
          />
          <LinkProblem error={named ? null : setup.error} />
          <Button type="submit" size="md" loading={setup.isPending}>
            {t('setup.action')}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  );
}

/** A link works once: say so, rather than "not found". */
function LinkProblem({ error }: { error: Error | null }) {
  const { t } = useTranslation('auth');
  const spent = isApiError(error, 'NOT_FOUND', 'FORBIDDEN', 'WRONG_STATE', 'UNAUTHENTICATED');
  return <Problem error={error} words={spent ? t('setup.spent') : undefined} />;
}

function useSetup() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: { token: string; email: string; password: string; displayName: string }) =>
      api('POST /api/accounts', { body }),
    onSuccess: async (me) => {
      queries.clear();
      queries.setQueryData(apiQuery('GET /api/me').queryKey, { me });
      await navigate('/desk', { replace: true });
    },
  });
}
