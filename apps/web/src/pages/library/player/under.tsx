import { Button, Kbd, NativeSelect, Popover, Text } from '@mantine/core';
import { IconKeyboard, IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../time/format';
import { useCopy } from '../../../ui/use-copy';
import { keyHelp } from './keys';
import { speeds } from './obey';
import type { Playback } from './playback';
import classes from './player.module.css';
import { type Quality, qualities } from './quality';
import { useSecond } from './use-second';

interface UnderProps {
  playback: Playback;
  speed: number;
  onSpeed: (speed: number) => void;
  /** Null where there is one quality only. */
  quality: Quality | null;
  onQuality: (quality: Quality) => void;
}

/** What stands under the video: its keys, a link to this second, quality and speed. */
export function Under({ playback, speed, onSpeed, quality, onQuality }: UnderProps) {
  const { t } = useTranslation('library');
  return (
    <div className={classes.under}>
      <KeyHelp />
      <LinkToSecond playback={playback} />
      {quality && (
        <NativeSelect
          className={classes.quality}
          aria-label={t('resource.quality')}
          size="xs"
          value={quality}
          data={qualities.map((value) => ({ value, label: t(`resource.qualities.${value}`) }))}
          onChange={({ currentTarget: { value } }) => onQuality(qualities.find((each) => each === value) ?? 'auto')}
        />
      )}
      <NativeSelect
        className={classes.speed}
        aria-label={t('resource.speed')}
        size="xs"
        value={String(speed)}
        data={speeds.map((one) => ({ value: String(one), label: t('resource.speedOf', { speed: one }) }))}
        onChange={(event) => onSpeed(Number(event.currentTarget.value))}
      />
    </div>
  );
}

function KeyHelp() {
  const { t } = useTranslation('library');
  return (
    <Popover position="bottom-start" withArrow trapFocus={false}>
      <Popover.Target>
        <Button className={classes.keys} size="compact-sm" variant="subtle" leftSection={<IconKeyboard size={18} />}>
          {t('resource.keys')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={classes.keyHelp} aria-label={t('resource.keysOnVideo')}>
          {keyHelp.map(({ keys, help }) => (
            <div key={help}>
              <dt>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(`resource.keyHelp.${help}`)}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}

function LinkToSecond({ playback }: { playback: Playback }) {
  const { t } = useTranslation('library');
  const { state, copy } = useCopy();
  const second = useSecond(playback);
  const link = () => {
    const url = new URL(window.location.href);
    url.hash = '';
    url.search = second > 0 ? `?t=${second}` : '';
    return url.href;
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" leftSection={<IconLink size={18} />} onClick={() => void copy(link())}>
        {state === 'copied' ? t('resource.linkCopied') : t('resource.linkTo', { time: formatClock(second) })}
      </Button>
      {state === 'failed' && (
        <Text role="alert" size="sm" className={classes.link}>
          {link()}
        </Text>
      )}
    </>
  );
}
