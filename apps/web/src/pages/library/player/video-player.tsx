import type { ResourceDetail } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../../languages/names';
import { followCaptions, wantsCaptions } from './captions';
import { commandOf } from './keys';
import { obey } from './obey';
import classes from './player.module.css';
import type { Playback } from './playback';
import { playlistOf, type Quality, rememberedQuality, rememberQuality } from './quality';
import { rememberPlace } from './resume';
import { attachSource } from './source';
import { Under } from './under';

interface VideoPlayerProps {
  resource: ResourceDetail;
  playback: Playback;
  /** Without what stands under it. */
  bare?: boolean;
}

/**
 * The browser's own controls: people know them, and they work with every aid. Captions, speed, quality, keys, links to a
 * second and coming back to where one stopped are added.
 */
export function VideoPlayer({ resource, playback, bare = false }: VideoPlayerProps) {
  const { t } = useTranslation('library');
  const [broken, setBroken] = useState(false);
  // The browser switches a default track on by itself, after us.
  const [captionsOn] = useState(wantsCaptions);
  const video = useRef<HTMLVideoElement>(null);
  const attach = useCallback(
    (element: HTMLVideoElement) => {
      video.current = element;
      const release = [playback.attach(element), followCaptions(element), rememberPlace(element, resource.id)];
      return () => release.forEach((letGo) => letGo());
    },
    [playback, resource.id],
  );
  const [quality, setQuality] = useState(rememberedQuality);
  const [speed, setSpeed] = useState(1);
  useSource(video, resource, quality);
  const choose = (wanted: Quality) => {
    rememberQuality(wanted);
    setQuality(wanted);
  };
  return (
    <div className={classes.player}>
      <video
        ref={attach}
        className={classes.video}
        poster={resource.posterUrl ?? undefined}
        controls
        playsInline
        preload="metadata"
        aria-label={t('resource.video', { title: resource.title })}
        onKeyDownCapture={onKey}
        onRateChange={({ currentTarget }) => setSpeed(currentTarget.playbackRate)}
        onError={() => setBroken(true)}
        onLoadedMetadata={() => setBroken(false)}
      >
        {resource.captions.map(({ language, url }, index) => (
          <track
            key={url}
            kind="captions"
            src={url}
            srcLang={language}
            label={ownName(language)}
            default={captionsOn && index === 0}
          />
        ))}
      </video>
      {broken && (
        <Text role="alert" className={classes.broken}>
          {t('resource.noVideo')}
        </Text>
      )}
      {!bare && (
        <Under
          playback={playback}
          speed={speed}
          onSpeed={(wanted) => {
            if (video.current) video.current.playbackRate = wanted;
          }}
          quality={resource.playlistUrl ? quality : null}
          onQuality={choose}
        />
      )}
    </div>
  );
}

function onKey(event: KeyboardEvent<HTMLVideoElement>): void {
  const command = commandOf(event);
  if (!command) return;
  event.preventDefault();
  event.stopPropagation();
  obey(event.currentTarget, command);
}

/** The video's source follows the choice, and goes on where it stood. */
function useSource(
  video: { readonly current: HTMLVideoElement | null },
  { videoUrl, playlistUrl }: ResourceDetail,
  quality: Quality,
): void {
  const place = useRef({ second: 0, playing: false });
  useEffect(() => {
    const element = video.current;
    if (!element || videoUrl === null) return;
    const { second, playing } = place.current;
    const release = attachSource(element, videoUrl, playlistUrl && playlistOf(playlistUrl, quality));
    const goOn = () => {
      element.currentTime = second;
      if (playing) void element.play().catch(() => undefined);
    };
    if (second > 0) element.addEventListener('loadedmetadata', goOn, { once: true });
    return () => {
      element.removeEventListener('loadedmetadata', goOn);
      // A video without its source forgets where it stood.
      place.current = { second: element.currentTime, playing: !element.paused };
      release();
    };
  }, [video, videoUrl, playlistUrl, quality]);
}
