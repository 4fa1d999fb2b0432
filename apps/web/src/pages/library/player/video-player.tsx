import type { ResourceDetail } from '@lectern/contracts';
import { NativeSelect, Text } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../../languages/names';
import { followCaptions, toggleCaptions, wantsCaptions } from './captions';
import { commandOf } from './keys';
import classes from './player.module.css';
import type { Playback } from './playback';
import { playlistOf, type Quality, qualities, rememberedQuality, rememberQuality } from './quality';
import { attachSource } from './source';

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

interface VideoPlayerProps {
  resource: ResourceDetail;
  playback: Playback;
  /** Without what stands under it. */
  bare?: boolean;
}

/** The browser's own controls: people know them, and they work with every aid. Captions, speed and keys are added. */
export function VideoPlayer({ resource, playback, bare = false }: VideoPlayerProps) {
  const { t } = useTranslation('library');
  const [broken, setBroken] = useState(false);
  // The browser switches a default track on by itself, after us.
  const [captionsOn] = useState(wantsCaptions);
  const video = useRef<HTMLVideoElement>(null);
  const attach = useCallback(
    (element: HTMLVideoElement) => {
      video.current = element;
      const release = [playback.attach(element), followCaptions(element)];
      return () => release.forEach((letGo) => letGo());
    },
    [playback],
  );
  const [quality, setQuality] = useState(rememberedQuality);
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
        onKeyDownCapture={(event) => obey(event)}
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
        <div className={classes.under}>
          <Text size="sm" c="dimmed" className={classes.keys}>
            {t('resource.keys')}
          </Text>
          {resource.playlistUrl && (
            <NativeSelect
              className={classes.quality}
              aria-label={t('resource.quality')}
              size="xs"
              value={quality}
              data={qualities.map((value) => ({ value, label: t(`resource.qualities.${value}`) }))}
              onChange={({ currentTarget: { value } }) => choose(qualities.find((each) => each === value) ?? 'auto')}
            />
          )}
          <NativeSelect
            className={classes.speed}
            aria-label={t('resource.speed')}
            size="xs"
            defaultValue="1"
            data={speeds.map((speed) => ({ value: String(speed), label: t('resource.speedOf', { speed }) }))}
            onChange={(event) => {
              if (video.current) video.current.playbackRate = Number(event.currentTarget.value);
            }}
          />
        </div>
      )}
    </div>
  );
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

function obey(event: KeyboardEvent<HTMLVideoElement>): void {
  const video = event.currentTarget;
  const command = commandOf(event);
  if (!command) return;
  event.preventDefault();
  event.stopPropagation();
  switch (command.do) {
    case 'toggle':
      if (video.paused) void video.play().catch(() => undefined);
      else video.pause();
      break;
    case 'jump':
      video.currentTime = Math.max(0, video.currentTime + command.seconds);
      break;
    case 'captions':
      toggleCaptions(video);
      break;
  }
}
