import '@mantine/core/styles/Input.layer.css';
import type { RestResponse } from '@lectern/contracts';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { api } from '../../api/client';
import { isApiError } from '../../api/errors';
import { apiQuery } from '../../api/query';
import { openRoom, warmRoom } from '../../load-room';
import { Problem } from '../../ui/problem';
import { AddToCalendar } from '../../webinars/add-to-calendar';

interface JoinFormProps {
  preview: RestResponse<'GET /api/invitations/:token'>;
  token: string;
}

export function JoinForm({ preview, token }: JoinFormProps) {
  const { t } = useTranslation('webinar');
  const [name, setName] = useState(preview.me?.displayName ?? '');
  const [missing, setMissing] = useState(false);
  const enter = useEnter(preview, token);
  useRoomAhead();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') enter.mutate(name);
  };
  // Let in, this page is there until the room's is drawn.
  const isEntering = enter.isPending || enter.isSuccess;
  const ofName = isApiError(enter.error) ? enter.error.field('displayName') : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('join.name')}
          description={t('join.nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={missing && name.trim() === '' ? t('join.nameMissing') : ofName}
          autoComplete="name"
          maxLength={80}
          size="md"
          required
        />
        <Problem error={ofName ? null : enter.error} />
        <Button type="submit" size="md" leftSection={<IconDoorEnter size={20} />} loading={isEntering}>
          {t('join.enter')}
        </Button>
        <Text size="sm" c="dimmed">
          {preview.webinar.status === 'live' ? t('join.live') : t('join.early')}
        </Text>
        {preview.webinar.status === 'scheduled' && (
          <AddToCalendar webinar={preview.webinar} url={window.location.href} />
        )}
      </Stack>
    </form>
  );
}

function useEnter({ webinar, hostName }: JoinFormProps['preview'], token: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (displayName: string) =>
      api('POST /api/invitations/:token/accept', { params: { token }, body: { displayName } }),
    onSuccess: async ({ webinarId, role, ticket }) => {
      // The room opens on what the invitation told; who we are now, and what has changed, is asked when it is needed.
      const { queryKey } = apiQuery('GET /api/webinars/:webinarId', { params: { webinarId } });
      queries.setQueryData(queryKey, { webinar, hostName, myRole: role });
      void queries.invalidateQueries({ queryKey, refetchType: 'none' });
      // What fails here, the room's page does in its own time.
      await openRoom(webinarId, ticket, role).catch(() => undefined);
      await navigate(`/w/${webinarId}/room`, { state: { entered: true } });
      void queries.invalidateQueries({ queryKey: ['GET /api/me'], refetchType: 'none' });
    },
  });
}

/** While a name is typed, the room's code comes over the line and the device is made ready. */
function useRoomAhead() {
  useEffect(() => {
    const timer = setTimeout(() => void warmRoom().catch(() => undefined), 500);
    return () => clearTimeout(timer);
  }, []);
}
