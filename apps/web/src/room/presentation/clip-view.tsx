import type { ShownClip } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clipUrl } from '../../materials/urls';
import type { BandwidthMode } from '../media/bandwidth-mode';
import { useAbilities, useLiveRoom, useMedia } from '../room-context';
import { ClipControls } from './clip-controls';
import { ClipPlayer } from './clip-player';
import classes from './presentation.module.css';
import type { ServerClock } from './server-clock';

/** A video that is at the same place for everyone. On weak lines it is its sound alone. */
export function ClipView({ clip }: { clip: ShownClip }) {
  const { t } = useTranslation('room');
  const { present } = useAbilities();
  const mode = useMedia((state) => state.bandwidth.mode);
  const weak = mode !== 'full';
  const { clock } = useLiveRoom();
  useEffect(() => clock.start(), [clock]);
  return (
    <figure className={classes.shown} data-testid="clip" aria-label={t('presentation.clip', { title: clip.title })}>
      <Words clip={clip} weak={weak} />
      {(!weak || clip.hasAudio) && <Player key={mode} clip={clip} mode={mode} clock={clock} />}
      {present && <ClipControls clip={clip} clock={clock} />}
    </figure>
  );
}

/** Where there is no picture, the reason. */
function Words({ clip, weak }: { clip: ShownClip; weak: boolean }) {
  const { t } = useTranslation('room');
  if (clip.hasVideo && !weak) return null;
  const reason = !clip.hasVideo ? 'noPicture' : clip.hasAudio ? 'soundOnly' : 'pictureLeftOut';
  return (
    <div className={classes.words}>
      <p dir="auto">{clip.title}</p>
      <p>{t(`presentation.${reason}`)}</p>
    </div>
  );
}

interface PlayerProps {
  clip: ShownClip;
  mode: BandwidthMode;
  clock: ServerClock;
}

function Player({ clip, mode, clock }: PlayerProps) {
  const { t } = useTranslation('room');
  const element = useRef<HTMLVideoElement>(null);
  const player = useRef<ClipPlayer>(null);
  const [blocked, setBlocked] = useState(false);
  const src = useAgain(clipUrl(clip.materialId, mode), element);
  useEffect(() => {
    if (!element.current) return;
    const made = new ClipPlayer({ element: element.current, serverNow: () => clock.now(), onBlocked: setBlocked });
    player.current = made;
    return () => made.close();
  }, [clock]);
  useEffect(() => player.current?.follow(clip), [clip, clock]);
  return (
    <>
      <video
        ref={element}
        className={classes.video}
        src={src}
        hidden={mode !== 'full' || !clip.hasVideo}
        preload="auto"
        playsInline
        disableRemotePlayback
        aria-label={t('presentation.clip', { title: clip.title })}
        data-testid="clip-video"
      />
      {blocked && clip.hasAudio && (
        <Button
          className={classes.unblock}
          leftSection={<IconVolume size={18} />}
          onClick={() => player.current?.unblock()}
        >
          {t('presentation.unblock')}
        </Button>
      )}
    </>
  );
}

const AGAIN_MS = 3000;

/** The address of the media, asked for again a while after it failed. */
function useAgain(address: string, element: React.RefObject<HTMLVideoElement | null>): string {
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const media = element.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = (): void => {
      timer = setTimeout(() => setTries((before) => before + 1), AGAIN_MS);
    };
    media?.addEventListener('error', failed);
    return () => {
      clearTimeout(timer);
      media?.removeEventListener('error', failed);
    };
  }, [element, tries]);
  return tries > 0 ? `${address}?again=${tries}` : address;
}
