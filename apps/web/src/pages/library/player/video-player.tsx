import type { ResourceDetail } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../../languages/names';
import { CaptionLines } from './caption-lines';
import { ControlBar } from './control-bar';
import { commandOf, type PlayerCommand } from './keys';
import { obey } from './obey';
import classes from './player.module.css';
import type { Playback } from './playback';
import { type Quality, rememberedQuality, rememberQuality } from './quality';
import { rememberPlace } from './resume';
import { SeekBar } from './seek-bar';
import { Settings } from './settings';
import { Under } from './under';
import { useCaptions } from './use-captions';
import type { Heard } from './use-heard';
import { useIdle } from './use-idle';
import { useMedia } from './use-media';
import { useSource } from './use-source';

interface VideoPlayerProps {
  resource: ResourceDetail;
  playback: Playback;
  heard: Heard;
  /** Without what stands under it. */
  bare?: boolean;
}

/**
 * The video with controls of our own: the browser's know no chapters, no pictures on the seek bar, and no sizes of
 * captions. Each is a plain button, slider or choice with a name, so that it works with every aid.
 */
export function VideoPlayer({ resource, playback, heard, bare = false }: VideoPlayerProps) {
  const { t } = useTranslation('library');
  const [broken, setBroken] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const attach = useCallback(
    (element: HTMLVideoElement) => {
      video.current = element;
      const release = [playback.attach(element), rememberPlace(element, resource.id)];
      return () => release.forEach((letGo) => letGo());
    },
    [playback, resource.id],
  );
  const [quality, choose] = useQuality();
  useSource(video, resource, quality, heard);
  const captions = useCaptions(
    video,
    useMemo(() => resource.captions.map(({ language }) => language), [resource]),
    heard.language ?? resource.languages[0],
  );
  const paused = useMedia(playback, (element) => element.paused, true);
  const waiting = useMedia(playback, isWaiting, false);
  const { idle, wake, rest } = useIdle(!paused);
  const { chapters } = resource;
  const onCommand = (command: PlayerCommand) => {
    wake();
    if (!video.current || !frame.current) return;
    obey({ video: video.current, frame: frame.current, chapters, toggleCaptions: captions.toggle }, command);
  };
  const onKey = (event: KeyboardEvent) => {
    wake();
    // A button's own key presses it.
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    onCommand(command);
  };
  const onPress = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') onCommand({ do: 'toggle' });
    // A finger first brings the buttons back.
    else if (idle || paused) wake();
    else rest();
  };
  return (
    <div className={classes.player}>
      <div
        ref={frame}
        className={classes.frame}
        role="group"
        aria-label={t('resource.video', { title: resource.title })}
        data-idle={idle || undefined}
        onKeyDown={onKey}
        onPointerMove={(event) => event.pointerType === 'mouse' && wake()}
        onPointerLeave={(event) => event.pointerType === 'mouse' && rest()}
        onFocus={wake}
      >
        <video
          ref={attach}
          className={classes.video}
          poster={resource.posterUrl ?? undefined}
          playsInline
          preload="metadata"
          tabIndex={-1}
          aria-label={t('resource.video', { title: resource.title })}
          onPointerUp={onPress}
          onDoubleClick={() => onCommand({ do: 'fullscreen' })}
          onError={() => setBroken(true)}
          onLoadedMetadata={() => setBroken(false)}
        >
          {resource.captions.map(({ language, url }) => (
            <track key={url} kind="captions" src={url} srcLang={language} label={ownName(language)} />
          ))}
        </video>
        {waiting && <div className={classes.waiting} role="status" aria-label={t('player.loading')} />}
        <CaptionLines captions={captions} />
        <p className={classes.notice} role="status">
          {heard.isOriginalOnly && heard.chosen !== null && t('player.originalOnly')}
        </p>
        <div className={classes.controls}>
          <SeekBar
            playback={playback}
            chapters={chapters}
            thumbnailsUrl={resource.thumbnailsUrl}
            onCommand={onCommand}
          />
          <ControlBar
            playback={playback}
            chapters={chapters}
            captionsOn={captions.languages.length > 0 ? captions.language !== null : null}
            settings={
              <Settings
                playback={playback}
                captions={captions}
                heard={heard}
                quality={resource.playlistUrl ? quality : null}
                onQuality={choose}
              />
            }
            onCommand={onCommand}
          />
        </div>
      </div>
      {broken && (
        <Text role="alert" className={classes.broken}>
          {t('resource.noVideo')}
        </Text>
      )}
      {!bare && <Under playback={playback} language={heard.language} />}
    </div>
  );
}

function useQuality() {
  const [quality, setQuality] = useState(rememberedQuality);
  const choose = (wanted: Quality) => {
    rememberQuality(wanted);
    setQuality(wanted);
  };
  return [quality, choose] as const;
}

/** It would play, but what it needs is not there yet. */
const isWaiting = ({ paused, ended, seeking, readyState }: HTMLVideoElement) =>
  (!paused && !ended && readyState < HTMLMediaElement.HAVE_FUTURE_DATA) ||
  (seeking && readyState < HTMLMediaElement.HAVE_CURRENT_DATA);
