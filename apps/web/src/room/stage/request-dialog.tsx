import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../room-context';
import { Dialog } from '../ui/dialog';

/** A moderator asks for the microphone or the camera; only the person turns it on. */
export function RequestDialog() {
  const { t } = useTranslation('room');
  const { session, local } = useLiveRoom();
  const request = useRoom((state) => state.request);
  const close = (): void => session.store.set({ request: null });
  const source = request?.source ?? 'microphone';
  const accept = (): void => {
    close();
    void (source === 'microphone' ? local.setMicrophone(true) : local.setCamera(true));
  };
  return (
    <Dialog opened={request !== null} onClose={close} title={t(`request.${source}.title`, { name: request?.by ?? '' })}>
      <Stack data-testid="request">
        <Text size="sm">{t(`request.${source}.text`)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('request.decline')}
          </Button>
          <Button onClick={accept} data-autofocus>
            {t(`request.${source}.accept`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
