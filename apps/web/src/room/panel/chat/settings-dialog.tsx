import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import type { ChatSettings, ChatSettingsChange } from '@lectern/contracts';
import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../room-context';
import { Dialog } from '../../ui/dialog';
import { useAction } from '../../ui/use-action';
import { useChatCommands } from './use-chat-commands';
import { WordLists } from './word-lists';

const pauses = [0, 1, 3, 5, 10, 15, 30, 60, 120, 180, 300];

/** How people write to everyone: each change holds at once, for everyone but staff. */
export function ChatSettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('room');
  const commands = useChatCommands();
  const act = useAction();
  const chat = useRoom((state) => state.chat.settings);
  const change = (settings: ChatSettingsChange): void => void act(() => commands.configure(settings));
  const seconds = [...new Set([...pauses, chat.slowSeconds])].sort((a, b) => a - b);
  return (
    <Dialog opened onClose={onClose} title={t('chat.settings.title')}>
      <Stack>
        <Checkbox
          label={t('chat.settings.moderated')}
          description={t('chat.settings.moderatedHint')}
          checked={chat.moderated}
          onChange={(event) => change({ moderated: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('chat.settings.links')}
          description={t('chat.settings.linksHint')}
          checked={chat.links === 'staff'}
          onChange={(event) => change({ links: event.currentTarget.checked ? 'staff' : 'everyone' })}
        />
        <NativeSelect
          label={t('chat.settings.slow')}
          description={t('chat.settings.slowHint')}
          data={seconds.map((count) => ({
            value: String(count),
            label: count === 0 ? t('chat.settings.noPause') : t('chat.settings.pause', { count }),
          }))}
          value={String(chat.slowSeconds)}
          onChange={(event) => change({ slowSeconds: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t('chat.settings.filtered')}
          data={(['hold', 'refuse'] as const).map((value) => ({ value, label: t(`chat.settings.filter.${value}`) }))}
          value={chat.filtered}
          onChange={(event) => change({ filtered: event.currentTarget.value as ChatSettings['filtered'] })}
        />
        <WordLists />
      </Stack>
    </Dialog>
  );
}
