import { Button, Kbd, Popover, Text } from '@mantine/core';
import { IconKeyboard, IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../time/format';
import { useCopy } from '../../../ui/use-copy';
import { keyHelp } from './keys';
import type { Playback } from './playback';
import classes from './player.module.css';
import { secondLink } from './second-link';
import { useSecond } from './use-second';

interface UnderProps {
  playback: Playback;
  /** The interpreters' that is heard. */
  language: string | null;
}

/** What stands under the video: its keys, and a link to this second. */
export function Under({ playback, language }: UnderProps) {
  return (
    <div className={classes.under}>
      <KeyHelp />
      <LinkToSecond playback={playback} language={language} />
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

function LinkToSecond({ playback, language }: UnderProps) {
  const { t } = useTranslation('library');
  const { state, copy } = useCopy();
  const second = useSecond(playback);
  const link = () => {
    const url = new URL(window.location.href);
    url.hash = '';
    url.search = secondLink(second > 0 ? second : null, language);
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
