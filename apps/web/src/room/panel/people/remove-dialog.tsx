import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import { type BanScope, type Participant } from '@lectern/contracts';
import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../room-context';
import { Dialog } from '../../ui/dialog';

interface RemoveDialogProps {
  person: Participant;
  opened: boolean;
  onClose: () => void;
  onRemove: (ban: BanScope, closeLink: boolean) => void;
}

/** Puts somebody out: for now, for this webinar, or for all of them. */
export function RemoveDialog({ person, opened, onClose, onRemove }: RemoveDialogProps) {
  const { t } = useTranslation('room');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('people.removeTitle', { name: person.displayName })}>
      <Choice
        onClose={onClose}
        onRemove={(ban, closeLink) => {
          onClose();
          onRemove(ban, closeLink);
        }}
      />
    </Dialog>
  );
}

function Choice({ onClose, onRemove }: Pick<RemoveDialogProps, 'onClose' | 'onRemove'>) {
  const { t } = useTranslation(['room', 'common']);
  const role = useRoom((state) => state.me?.role);
  const [ban, setBan] = useState<BanScope>('webinar');
  const [closeLink, setCloseLink] = useState(false);
  const scopes = role === 'host' ? (['none', 'webinar', 'owner'] as const) : (['none', 'webinar'] as const);
  return (
    <Stack>
      <Text size="sm">{t('people.removeText')}</Text>
      <Radio.Group label={t('people.ban.label')} value={ban} onChange={(value) => setBan(value)}>
        <Stack gap="xs" mt="xs">
          {scopes.map((scope) => (
            <Radio key={scope} value={scope} label={t(`people.ban.${scope}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {(role === 'host' || role === 'cohost') && (
        <Checkbox
          label={t('people.closeLink')}
          description={t('people.closeLinkHint')}
          checked={closeLink}
          onChange={(event) => setCloseLink(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common:cancel')}
        </Button>
        <Button color="red.9" onClick={() => onRemove(ban, closeLink)}>
          {t('people.remove')}
        </Button>
      </Group>
    </Stack>
  );
}
