import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconHeadphones } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../languages/names';
import { useLiveRoom, useMedia } from '../room-context';
import classes from './interpretation.module.css';
import { useChannels } from './use-channels';

/** No language. */
const ROOM = 'room';

/** What one hears: the room as it is spoken, or the interpreters of a language. */
export function ListenMenu() {
  const { t } = useTranslation('room');
  const { media } = useLiveRoom();
  const channels = useChannels();
  const { underneath } = useMedia((state) => state.listening);
  const chosen = useMedia((state) => state.channel?.language ?? null);
  const choose = (value: string): void => media.listen({ channel: value === ROOM ? null : value });
  if (channels.length === 0) return null;
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <ListenButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('listen.menu')}</Menu.Label>
        <Menu.RadioGroup value={chosen ?? ROOM} onChange={choose}>
          <Menu.RadioItem value={ROOM} closeMenuOnClick>
            {t('listen.original')}
            <small className={classes.hint}>{t('listen.originalHint')}</small>
          </Menu.RadioItem>
          {channels.map(({ language, onAir }) => (
            <Menu.RadioItem key={language} value={language} closeMenuOnClick>
              <span lang={language}>{ownName(language)}</span>
              <small className={classes.hint}>{t(onAir ? 'listen.onAir' : 'listen.nobody')}</small>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem checked={underneath} onChange={() => media.listen({ underneath: !underneath })}>
          {t('listen.underneath')}
          <small className={classes.hint}>{t('listen.underneathHint')}</small>
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
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
