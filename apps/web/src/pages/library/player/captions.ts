const key = 'lectern.captions';

/** On, until somebody switches them off. */
export function wantsCaptions(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}

/** Shows captions by choice, and learns the choice from the video's own menu. Returns how to let go. */
export function followCaptions(video: HTMLVideoElement): () => void {
  show(video, wantsCaptions());
  const learn = () => remember(isShowing(video));
  video.textTracks.addEventListener('change', learn);
  return () => video.textTracks.removeEventListener('change', learn);
}

export function toggleCaptions(video: HTMLVideoElement): void {
  const on = !isShowing(video);
  show(video, on);
  remember(on);
}

const isShowing = (video: HTMLVideoElement) => Array.from(video.textTracks).some(({ mode }) => mode === 'showing');

function show(video: HTMLVideoElement, on: boolean): void {
  Array.from(video.textTracks).forEach((track, index) => {
    track.mode = on && index === 0 ? 'showing' : 'disabled';
  });
}
