/** What the browser refuses stays undone. */
export function togglePicture(video: HTMLVideoElement): void {
  const turn = document.pictureInPictureElement ? document.exitPictureInPicture() : video.requestPictureInPicture();
  turn.catch(() => undefined);
}
