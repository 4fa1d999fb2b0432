import type HlsPlayer from 'hls.js';

/** Seconds that are fetched ahead: before somebody plays, hardly any. */
const AHEAD_WAITING = 1;
const AHEAD_PLAYING = 30;

/** Lets go of the source. */
export type Release = () => void;

/**
 * Gives a video its source. A playlist is played by the browser itself where it can (Safari), else by hls.js, whose code
 * comes only then. When that fails, the whole file is played instead.
 *
 * @param playlist HLS; null plays the file
 */
export function attachSource(video: HTMLVideoElement, file: string, playlist: string | null): Release {
  if (playlist === null) return plain(video, file);
  let release: Release | null = null;
  let gone = false;
  void startHls(video, file, playlist).then((letGo) => {
    if (gone) letGo();
    else release = letGo;
  });
  return () => {
    gone = true;
    release?.();
  };
}

async function startHls(video: HTMLVideoElement, file: string, playlist: string): Promise<Release> {
  try {
    const { default: Hls } = await import('hls.js/light');
    if (!Hls.isSupported()) return plain(video, knowsHls(video) ? playlist : file);
    return play(Hls, video, file, playlist);
  } catch {
    // The code did not come: the line is weak, or the page is older than the server.
    return plain(video, file);
  }
}

function play(Hls: typeof HlsPlayer, video: HTMLVideoElement, file: string, playlist: string): Release {
  const hls = new Hls({ capLevelToPlayerSize: true, maxBufferLength: video.paused ? AHEAD_WAITING : AHEAD_PLAYING });
  let last: Release | null = null;
  const onPlay = () => (hls.config.maxBufferLength = AHEAD_PLAYING);
  video.addEventListener('play', onPlay);
  const release = () => {
    video.removeEventListener('play', onPlay);
    hls.destroy();
  };
  hls.on(Hls.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return;
    if (type === Hls.ErrorTypes.MEDIA_ERROR && !last) {
      last = () => undefined;
      return hls.recoverMediaError();
    }
    const at = video.currentTime;
    release();
    last = plain(video, file);
    video.currentTime = at;
  });
  hls.loadSource(playlist);
  hls.attachMedia(video);
  return () => {
    release();
    last?.();
  };
}

function plain(video: HTMLVideoElement, url: string): Release {
  video.src = url;
  return () => {
    video.removeAttribute('src');
    video.load();
  };
}

const knowsHls = (video: HTMLVideoElement) => video.canPlayType('application/vnd.apple.mpegurl') !== '';
