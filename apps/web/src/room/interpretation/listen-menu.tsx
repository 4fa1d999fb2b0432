import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconHeadphones } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../languages/names';
import { useLiveRoom, useMedia } from '../room-context';
import classes from './interpretation.module.css';
import { useChannels } from './use-channels';

/** What one hears: the room as it is spoken, or the interpreters of a language. */
export function ListenMenu() {
  const { t } = useTranslation('room');
  const { media } = useLiveRoom();
  const channels = useChannels();
  const { underneath } = useMedia((state) => state.listening);
  const chosen = useMedia((state) => state.channel?.language ?? null);
  if (channels.length === 0) return null;
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <ListenButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('listen.menu')}</Menu.Label>
        <Choice
          chosen={chosen === null}
          onClick={() => media.listen({ channel: null })}
          hint={t('listen.originalHint')}
        >
          {t('listen.original')}
        </Choice>
        {channels.map(({ language, onAir }) => (
          <Choice
            key={language}
            chosen={language === chosen}
            onClick={() => media.listen({ channel: language })}
            hint={t(onAir ? 'listen.onAir' : 'listen.nobody')}
          >
            <span lang={language}>{ownName(language)}</span>
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={underneath}
          closeMenuOnClick={false}
          onClick={() => media.listen({ underneath: !underneath })}
          rightSection={underneath && <IconCheck size={16} aria-hidden />}
        >
          {t('listen.underneath')}
          <small className={classes.hint}>{t('listen.underneathHint')}</small>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps extends Pick<ComponentProps<'button'>, 'onClick' | 'children'> {
  chosen: boolean;
  hint: string;
}

function Choice({ chosen, hint, onClick, children }: ChoiceProps) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={chosen}
      onClick={onClick}
      rightSection={chosen && <IconCheck size={16} aria-hidden />}
    >
      {children}
      <small className={classes.hint}>{hint}</small>
    </Menu.Item>
  );
}

/** Says also when the chosen language is not to be heard now: the room is. */
function ListenButton(props: ComponentProps<'button'>) {
  const { t } = useTranslation('room');
  const channel = useMedia((state) => state.channel);
  const name = channel ? ownName(channel.language) : t('listen.original');
  const waits = channel !== null && !channel.onAir;
  return (
    <UnstyledButton
      {...props}
      className={classes.listen}
      data-testid="listen"
      data-on={(channel !== null && !waits) || undefined}
      data-waits={waits || undefined}
      title={t('listen.menu')}
      aria-label={t(waits ? 'listen.labelWaits' : 'listen.label', { name })}
    >
      <IconHeadphones size={18} aria-hidden />
      <span lang={channel?.language}>{name}</span>
      {waits && <span className={classes.waits}>{t('listen.waits')}</span>}
    </UnstyledButton>
  );
}
