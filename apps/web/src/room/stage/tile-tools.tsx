import { ActionIcon } from '@mantine/core';
import { IconMaximize, IconMinimize, IconPin, IconPinFilled, IconPinnedOff, IconStarFilled } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useView } from '../room-context';
import { canFillScreen, toggleFullScreen, useFullScreen } from './full-screen';
import classes from './stage.module.css';
import type { Tile } from './tiles';
import { useSpotlight } from './use-stage-layout';

interface TileToolsProps {
  tile: Tile;
  name: string;
  frame: RefObject<HTMLElement | null>;
}

/** What this viewer can do with one picture: large for oneself, or over the whole screen. */
export function TileTools({ tile, name, frame }: TileToolsProps) {
  const { t } = useTranslation('room');
  const { view } = useLiveRoom();
  const pinned = useView((state) => state.pinned === tile.id);
  const full = useFullScreen();
  const pin = pinned ? t('stage.unpin', { name }) : t('stage.pin', { name });
  const fill = full ? t('stage.fullScreenOff') : t('stage.fullScreen', { name });
  return (
    <div className={classes.tools}>
      <ActionIcon
        variant="filled"
        color="dark"
        aria-label={pin}
        title={pin}
        aria-pressed={pinned}
        onClick={() => view.set({ pinned: pinned ? null : tile.id })}
      >
        {pinned ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
      </ActionIcon>
      {canFillScreen() && (
        <ActionIcon
          variant="filled"
          color="dark"
          className={classes.fill}
          aria-label={fill}
          title={fill}
          onClick={() => void toggleFullScreen(frame.current)}
        >
          {full ? <IconMinimize size={16} aria-hidden /> : <IconMaximize size={16} aria-hidden />}
        </ActionIcon>
      )}
    </div>
  );
}

/** Why a picture is large. */
export function TileMarks({ tile }: { tile: Tile }) {
  const { t } = useTranslation('room');
  const pinned = useView((state) => state.pinned === tile.id);
  const spotlight = useSpotlight().includes(tile.peerId) && tile.kind === 'person';
  return (
    <>
      {pinned && <IconPinFilled size={14} role="img" aria-label={t('stage.pinned')} />}
      {spotlight && <IconStarFilled size={14} role="img" aria-label={t('stage.spotlight')} />}
    </>
  );
}
