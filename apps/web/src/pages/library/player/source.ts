import type HlsPlayer from 'hls.js';
import { browserTracks, enable, trackOf } from './alternate-sound';

/** Seconds that are fetched ahead: before somebody plays, hardly any. */
const AHEAD_WAITING = 1;
const AHEAD_PLAYING = 30;

export interface Wanted {
  /** The whole, with the original sound. */
  file: string;
  /** HLS; null plays the file. */
  playlist: string | null;
  /** Languages of the sounds that the playlist has besides the original. */
  channels: readonly string[];
  /** Told once it is known whether another sound than the original can be heard, and when that ends. */
  onSound: (isOriginalOnly: boolean) => void;
}

export interface Source {
  /** Chooses the sound; null: the original. */
  hear: (language: string | null) => void;
  /** Lets go of the video. */
  release: () => void;
}

/**
 * Gives a video its source. A playlist is played by hls.js, whose code comes only then, or by the browser itself where that
 * cannot (Safari). When it fails, the whole file is played instead.
 */
export function attachSource(video: HTMLVideoElement, wanted: Wanted): Source {
  let source: Source | null = null;
  let gone = false;
  let heard: string | null = null;
  if (wanted.playlist === null) source = playFile(video, wanted);
  else
    void startHls(video, wanted, wanted.playlist).then((started) => {
      if (gone) return started.release();
      source = started;
      source.hear(heard);
    });
  return {
    hear: (language) => {
      heard = language;
      source?.hear(language);
    },
    release: () => {
      gone = true;
      source?.release();
    },
  };
}

async function startHls(video: HTMLVideoElement, wanted: Wanted, playlist: string): Promise<Source> {
  try {
    const Hls = await loadHls(wanted.channels.length > 0);
    if (Hls.isSupported()) return play(Hls, video, wanted, playlist);
    return knowsHls(video) ? playInBrowser(video, wanted, playlist) : playFile(video, wanted);
  } catch {
    // The code did not come: the line is weak, or the page is older than the server.
    return playFile(video, wanted);
  }
}

/** The light build plays the one sound that is in the picture; only the whole one knows others. */
async function loadHls(hasChannels: boolean): Promise<typeof HlsPlayer> {
  const { default: Hls } = await (hasChannels ? import('hls.js') : import('hls.js/light'));
  return Hls;
}

/** Captions are tracks of the page's own, which hls.js would take for those of the playlist. */
const noCaptions = {
  timelineController: undefined,
  subtitleTrackController: undefined,
  subtitleStreamController: undefined,
};

function play(Hls: typeof HlsPlayer, video: HTMLVideoElement, wanted: Wanted, playlist: string): Source {
  const maxBufferLength = video.paused ? AHEAD_WAITING : AHEAD_PLAYING;
  const hls = new Hls({ ...noCaptions, capLevelToPlayerSize: true, maxBufferLength });
  let heard: string | null = null;
  let isRecovered = false;
  let instead: Source | null = null;
  const onPlay = () => (hls.config.maxBufferLength = AHEAD_PLAYING);
  video.addEventListener('play', onPlay);
  const release = () => {
    video.removeEventListener('play', onPlay);
    hls.destroy();
  };
  const choose = () => {
    const track = trackOf(hls.audioTracks, wanted.channels, heard);
    if (track >= 0 && track !== hls.audioTrack) hls.audioTrack = track;
  };
  // In time for the first sound to be the one that is wanted.
  if (wanted.channels.length > 0) hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, choose);
  hls.on(Hls.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return;
    if (type === Hls.ErrorTypes.MEDIA_ERROR && !isRecovered) {
      isRecovered = true;
      return hls.recoverMediaError();
    }
    const at = video.currentTime;
    release();
    instead = playFile(video, wanted);
    video.currentTime = at;
  });
  hls.loadSource(playlist);
  hls.attachMedia(video);
  wanted.onSound(false);
  return {
    hear: (language) => {
      heard = language;
      if (!instead && hls.audioTracks.length > 0) choose();
    },
    release: () => {
      if (!instead) release();
      instead?.release();
    },
  };
}

function playInBrowser(video: HTMLVideoElement, { channels, onSound }: Wanted, playlist: string): Source {
  const tracks = channels.length > 0 ? browserTracks(video) : null;
  let heard: string | null = null;
  const choose = () => tracks && enable(tracks, channels, heard);
  tracks?.addEventListener('addtrack', choose);
  const release = setAddress(video, playlist);
  onSound(channels.length > 0 && tracks === null);
  return {
    hear: (language) => {
      heard = language;
      choose();
    },
    release: () => {
      tracks?.removeEventListener('addtrack', choose);
      release();
    },
  };
}

function playFile(video: HTMLVideoElement, { file, onSound }: Wanted): Source {
  onSound(true);
  return { hear: () => undefined, release: setAddress(video, file) };
}

/** @returns how to take it away again */
function setAddress(video: HTMLVideoElement, url: string): () => void {
  video.src = url;
  return () => {
    video.removeAttribute('src');
    video.load();
  };
}

const knowsHls = (video: HTMLVideoElement) => video.canPlayType('application/vnd.apple.mpegurl') !== '';
