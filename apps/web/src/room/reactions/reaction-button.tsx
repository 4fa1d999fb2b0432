import '@mantine/core/styles/Popover.layer.css';
import type { StageEmoji } from '@lectern/contracts';
import { Popover, UnstyledButton } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from '../bar/bar-button';
import { useLiveRoom, useRoom } from '../room-context';
import { useAction } from '../ui/use-action';
import classes from './reactions.module.css';

const emojis: readonly StageEmoji[] = ['👏', '❤️', '😂', '🎉', '👍', '👎', '😮', '🤔'];

/** Clap, laugh, agree: a row of emojis that stays open, for who wants to clap twice. */
export function ReactionButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const muted = useRoom((state) => state.me?.muted === true);
  const act = useAction();
  const [opened, setOpened] = useState(false);
  if (muted) return null;
  return (
    <Popover opened={opened} onChange={setOpened} position="top" withinPortal trapFocus returnFocus shadow="md">
      <Popover.Target>
        <div>
          <BarButton
            icon={<IconMoodSmile />}
            state={t('reactions.button')}
            action={t('reactions.open')}
            onClick={() => setOpened(!opened)}
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('reactions.open')}>
        <div className={classes.choices}>
          {emojis.map((emoji) => (
            <UnstyledButton
              key={emoji}
              className={classes.choice}
              aria-label={t(`reactions.emoji.${emoji}`)}
              title={t(`reactions.emoji.${emoji}`)}
              onClick={() => void act(() => commands.react(emoji))}
            >
              {emoji}
            </UnstyledButton>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
