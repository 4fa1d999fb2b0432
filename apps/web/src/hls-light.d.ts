/** The player without what our playlists do not have; hls.js types only its whole one. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
