import { IconMicrophoneOff, IconScreenShare } from '@tabler/icons-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal, useMedia } from '../room-context';
import { Avatar } from '../ui/avatar';
import { VideoView } from '../ui/video-view';
import classes from './stage.module.css';
import { TileMarks, TileTools } from './tile-tools';
import type { Tile } from './tiles';
import { useShown } from './use-shown';

interface StageTileProps {
  tile: Tile;
  speaking: boolean;
}

/** One picture on the stage with its name; who speaks has a ring and the word. */
export const StageTile = memo(function StageTile({ tile, speaking }: StageTileProps) {
  const { t } = useTranslation('room');
  const frame = useRef<HTMLElement>(null);
  useShown(tile.self ? null : tile.videoId, frame);
  const name = tile.name || t('stage.someone');
  return (
    <figure
      ref={frame}
      className={classes.tile}
      data-kind={tile.kind}
      data-speaking={(speaking && tile.kind === 'person') || undefined}
      data-testid={`tile-${tile.kind}${tile.self ? '-self' : ''}`}
    >
      <TilePicture tile={tile} name={name} />
      <TileCaption tile={tile} name={name} speaking={speaking} />
      <TileTools tile={tile} name={name} frame={frame} />
    </figure>
  );
});

function TilePicture({ tile, name }: { tile: Tile; name: string }) {
  const { t } = useTranslation('room');
  const remote = useMedia((state) => (tile.videoId ? (state.tracks.get(tile.videoId) ?? null) : null));
  const own = useLocal((state) => state[tile.kind === 'screen' ? 'screen' : 'camera'].track);
  const track = tile.self ? own : remote;
  const label = t(tile.kind === 'screen' ? 'stage.screenOf' : 'stage.videoOf', { name });
  if (tile.kind === 'screen' && tile.self) return <p className={classes.ownScreen}>{t('stage.youShare')}</p>;
  return (
    <>
      {tile.kind === 'person' && <Avatar name={name} size="xl" />}
      {tile.hasVideo && (
        <VideoView
          track={track}
          label={label}
          mirrored={tile.self}
          contain={tile.kind === 'screen'}
          testId={`video-${tile.kind}${tile.self ? '-self' : ''}`}
        />
      )}
    </>
  );
}

function TileCaption({ tile, name, speaking }: { tile: Tile; name: string; speaking: boolean }) {
  const { t } = useTranslation('room');
  if (tile.kind === 'screen') {
    return (
      <figcaption className={classes.caption}>
        <TileMarks tile={tile} />
        <IconScreenShare size={14} aria-hidden /> {t('stage.screenOf', { name })}
      </figcaption>
    );
  }
  return (
    <figcaption className={classes.caption}>
      <TileMarks tile={tile} />
      {!tile.micOn && <IconMicrophoneOff size={14} role="img" aria-label={t('stage.muted')} />}
      <span className={classes.name}>{tile.self ? t('stage.you', { name }) : name}</span>
      {speaking && <span className={classes.speaks}>{t('stage.speaking')}</span>}
    </figcaption>
  );
}
