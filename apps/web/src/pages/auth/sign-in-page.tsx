import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router-dom';
import { api } from '../../api/client';
import { isApiError } from '../../api/errors';
import { apiQuery } from '../../api/query';
import { useMe } from '../../session/use-me';
import { Problem } from '../../ui/problem';
import { AuthCard } from './auth-card';
import { textOf } from './form-text';
import { safeNext } from './safe-next';

export function SignInPage() {
  const { t } = useTranslation('auth');
  const [search] = useSearchParams();
  const next = safeNext(search.get('next'));
  const { hasAccount } = useMe();
  const signIn = useSignIn(next);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: textOf(form, 'email'), password: textOf(form, 'password') });
  };
  if (hasAccount && !signIn.isSuccess) return <Navigate to={next} replace />;
  const wrong = isApiError(signIn.error, 'UNAUTHENTICATED', 'VALIDATION_FAILED');
  return (
    <AuthCard title={t('signIn.title')} text={t('signIn.text')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            name="email"
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            autoFocus
            size="md"
          />
          <PasswordInput
            name="password"
            label={t('password')}
            autoComplete="current-password"
            required
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            error={wrong && t('signIn.wrong')}
          />
          {!wrong && <Problem error={signIn.error} />}
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t('signIn.action')}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  );
}

function useSignIn(next: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => api('POST /api/sessions', { body }),
    onSuccess: async (me) => {
      // What was fetched as a visitor may look different to this person.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GET /api/me' });
      queries.setQueryData(apiQuery('GET /api/me').queryKey, { me });
      await navigate(next, { replace: true });
    },
  });
}
