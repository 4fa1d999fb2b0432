import type { ChatChannel } from '@lectern/contracts';
import { ActionIcon, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../../room-context';
import { unreadMessages } from '../unread';
import classes from './chat.module.css';
import { ChatSettingsDialog } from './settings-dialog';

interface ChannelTabsProps {
  channel: ChatChannel;
  onChannel: (channel: ChatChannel) => void;
}

/** To whom one writes, and whose messages one reads. */
export function ChannelTabs({ channel, onChannel }: ChannelTabsProps) {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const [settings, setSettings] = useState(false);
  const channels: readonly ChatChannel[] = moderate ? ['everyone', 'moderators', 'staff'] : ['everyone', 'moderators'];
  return (
    <div className={classes.channels}>
      <div role="group" aria-label={t('chat.channels')}>
        {channels.map((name) => (
          <ChannelButton key={name} name={name} pressed={name === channel} onPress={() => onChannel(name)} />
        ))}
      </div>
      {moderate && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('chat.settings.open')}
          title={t('chat.settings.open')}
          onClick={() => setSettings(true)}
        >
          <IconAdjustments size={18} aria-hidden />
        </ActionIcon>
      )}
      {settings && <ChatSettingsDialog onClose={() => setSettings(false)} />}
    </div>
  );
}

function ChannelButton({ name, pressed, onPress }: { name: ChatChannel; pressed: boolean; onPress: () => void }) {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const unread = useUnread(name);
  return (
    <UnstyledButton className={classes.channel} aria-pressed={pressed} onClick={onPress}>
      {t(name === 'moderators' && moderate ? 'chat.channel.audience' : `chat.channel.${name}`)}
      {unread > 0 && !pressed && (
        <b>
          {unread > 99 ? '99+' : unread}
          <VisuallyHidden> {t('panel.unread')}</VisuallyHidden>
        </b>
      )}
    </UnstyledButton>
  );
}

function useUnread(name: ChatChannel): number {
  const list = useRoom((state) => state.chat.channels[name].list);
  const seen = useRoom((state) => state.chat.seen[name]);
  const me = useRoom((state) => state.me?.id);
  return unreadMessages(list, seen, me);
}
