import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import classes from './video-view.module.css';

interface VideoViewProps {
  track: MediaStreamTrack | null;
  label: string;
  mirrored?: boolean;
  /** Whole picture, with bars, instead of filling the tile. */
  contain?: boolean;
  testId?: string;
  ref?: Ref<HTMLVideoElement>;
}

/** Shows one video track. Sound is played elsewhere, so this may always play by itself. */
export function VideoView({ track, label, mirrored, contain, testId, ref }: VideoViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  useImperativeHandle(ref, () => video.current as HTMLVideoElement, []);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = track ? new MediaStream([track]) : null;
    // Muted video is never refused; the promise only breaks when the element goes away first.
    if (track) void element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      className={classes.video}
      data-mirrored={mirrored || undefined}
      data-contain={contain || undefined}
      data-testid={testId}
      aria-label={label}
      muted
      playsInline
      autoPlay
      disablePictureInPicture={mirrored}
    />
  );
}
