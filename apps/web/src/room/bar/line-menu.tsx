import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { bandwidthModes } from '../media/bandwidth-mode';
import { qualityOf } from '../media/traffic';
import { useLiveRoom, useMedia } from '../room-context';
import classes from './top-bar.module.css';

const choices = ['auto', ...bandwidthModes] as const;

/** How the line does and what it costs; opened, how much of it to use. */
export function LineMenu() {
  const { t } = useTranslation('room');
  const { media } = useLiveRoom();
  const { choice } = useMedia((state) => state.bandwidth);
  const connected = useMedia((state) => state.link === 'connected');
  if (!connected) return null;
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <LineState />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('bandwidth.menu')}</Menu.Label>
        {choices.map((value) => (
          <Menu.Item
            key={value}

            aria-current={value === choice || undefined}
            onClick={() => media.choose(value)}
            rightSection={value === choice && <IconCheck size={16} aria-hidden />}
          >
            {t(`bandwidth.${value}`)}
            <small className={classes.hint}>{t(`bandwidth.${value}Hint`)}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function LineState(props: React.ComponentProps<'button'>) {
  const { t } = useTranslation('room');
  const traffic = useMedia((state) => state.traffic);
  const { mode } = useMedia((state) => state.bandwidth);
  const megabytes = traffic.megabytes.toFixed(traffic.megabytes < 10 ? 1 : 0);
  const quality = qualityOf(traffic);
  const details = t('top.traffic', { down: traffic.downKbps, up: traffic.upKbps, megabytes });
  return (
    <UnstyledButton {...props} className={classes.line} title={details} data-testid="line" data-mode={mode}>
      <span className={classes.quality} data-quality={quality}>
        {t(`top.quality.${quality}`)}
      </span>
      <span className={classes.rate} data-testid="rate">
        {t('top.rate', { rate: traffic.downKbps + traffic.upKbps })}
      </span>
      <span className={classes.rate} data-testid="used">
        {t('bandwidth.used', { megabytes })}
      </span>
    </UnstyledButton>
  );
}
