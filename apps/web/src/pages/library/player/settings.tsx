import { NativeSelect, Popover, Text } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../../languages/names';
import { captionSizes } from './captions';
import { speeds } from './obey';
import type { Playback } from './playback';
import { PlayerButton } from './player-button';
import { type Quality, qualities } from './quality';
import classes from './settings.module.css';
import type { Captions } from './use-captions';
import type { Heard } from './use-heard';
import { useMedia } from './use-media';

interface SettingsProps {
  playback: Playback;
  captions: Captions;
  heard: Heard;
  /** Null where there is one quality only. */
  quality: Quality | null;
  onQuality: (quality: Quality) => void;
}

/** Language, quality, speed and captions, over the video: they are there on the full screen, too. */
export function Settings(props: SettingsProps) {
  const { t } = useTranslation('library');
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" withinPortal={false} trapFocus returnFocus>
      <Popover.Target>
        <PlayerButton name={t('player.settings')} onClick={() => setOpened(!opened)}>
          <IconSettings />
        </PlayerButton>
      </Popover.Target>
      {/* The keys of a choice are its own. */}
      <Popover.Dropdown
        className={classes.panel}
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      >
        <div className={classes.choices} dir={document.documentElement.dir}>
          <Choices {...props} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ playback, captions, heard, quality, onQuality }: SettingsProps) {
  const { t } = useTranslation('library');
  const speed = useMedia(playback, (video) => video.playbackRate, 1);
  return (
    <>
      <SoundChoice heard={heard} />
      {quality && (
        <Choice
          label={t('resource.quality')}
          value={quality}
          data={qualities.map((value) => ({ value, label: t(`resource.qualities.${value}`) }))}
          onChange={(value) => onQuality(qualities.find((each) => each === value) ?? 'auto')}
        />
      )}
      <Choice
        label={t('resource.speed')}
        value={String(speed)}
        data={speeds.map((one) => ({ value: String(one), label: t('resource.speedOf', { speed: one }) }))}
        onChange={(value) => playback.read((video) => (video.playbackRate = Number(value)), 0)}
      />
      {captions.languages.length > 0 && (
        <>
          <Choice
            label={t('player.captions')}
            value={captions.language ?? ''}
            data={[
              { value: '', label: t('player.captionsOff') },
              ...captions.languages.map((value) => ({ value, label: ownName(value) })),
            ]}
            onChange={(value) => captions.choose(value || null)}
          />
          <Choice
            label={t('player.captionSize')}
            value={captions.size}
            data={captionSizes.map((value) => ({ value, label: t(`player.captionSizes.${value}`) }))}
            onChange={(value) => captions.resize(captionSizes.find((size) => size === value) ?? 'medium')}
          />
        </>
      )}
    </>
  );
}

/** Where there are interpreters: the original, or one of their languages. */
function SoundChoice({ heard: { languages, chosen, isOriginalOnly, choose } }: { heard: Heard }) {
  const { t } = useTranslation('library');
  if (languages.length === 0) return null;
  if (isOriginalOnly)
    return (
      <Text size="sm" className={classes.wide}>
        {t('player.originalOnly')}
      </Text>
    );
  return (
    <Choice
      label={t('player.sound')}
      value={chosen ?? ''}
      data={[
        { value: '', label: t('player.original') },
        ...languages.map((value) => ({ value, label: ownName(value) })),
      ]}
      onChange={(value) => choose(value || null)}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  data: { value: string; label: string }[];
  onChange: (value: string) => void;
}

const Choice = ({ onChange, ...props }: ChoiceProps) => (
  <NativeSelect size="sm" {...props} onChange={({ currentTarget: { value } }) => onChange(value)} />
);
