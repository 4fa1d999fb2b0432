/**
 * Names of a resource's files, shared by who writes them and who serves them. Captions, subtitles and transcript are made
 * from the cues when they are asked for.
 */
export const resourceFiles = {
  video: 'video.mp4',
  poster: 'poster.jpg',
  manifest: 'manifest.json',
  /** The main playlist of the renditions (HLS). */
  playlist: 'hls.m3u8',
  renditions: ['high', 'middle', 'low', 'sound'] as const,
  rendition: (name: string) => `hls-${name}.mp4`,
  renditionList: (name: string) => `hls-${name}.m3u8`,
  /** The main playlist of one quality of the picture, where its sound is in playlists of its own. */
  qualityList: (name: string) => `hls-only-${name}.m3u8`,
  /** A rendition: the sound in an interpreter's language. */
  channelSound: (language: string) => `sound-${language.toLowerCase()}`,
  captions: (language: string) => `captions.${language.toLowerCase()}.vtt`,
  subtitles: (language: string) => `captions.${language.toLowerCase()}.srt`,
  /** What was said in one language, to read. */
  text: (language: string) => `transcript.${language.toLowerCase()}.txt`,
  transcript: 'transcript.txt',
  /** Sheets of small pictures for the seek bar, and the track (WebVTT) that says which stands where. */
  sprites: (sheet: number) => `sprites-${sheet}.jpg`,
  thumbnails: 'thumbnails.vtt',
  /** The sound alone, for listening on the way. */
  audio: 'audio.m4a',
  /** The same in an interpreter's language. */
  channel: (language: string) => `audio.${language.toLowerCase()}.m4a`,
  /** The same video in formats without patents (VP9 and Opus). */
  webm: 'video.webm',
  /** All who speak at the same size, beside what was shown. */
  grid: 'grid.mp4',
  /** The pages that were shown, each once. */
  slides: 'slides.pdf',
  /** Made when they are asked for, as captions are. */
  chapters: 'chapters.vtt',
  questions: (format: 'csv' | 'json' | 'html') => `questions.${format}`,
  key: (resourceId: string, name: string) => `resources/${resourceId}/${name}`,
  /** The folder of a file that somebody has given; the file in it is called `file`. */
  attachment: (attachmentId: string) => `attachments/${attachmentId}`,
};

/**
 * All files of HLS, the main playlist last: it must not name what is not there yet. With interpreters the picture of each
 * quality has no sound in it; `sound` is that of the room, and each language has one of its own.
 *
 * @param channels the interpreters' languages
 */
export function renditionFiles(channels: readonly string[]): string[] {
  const names = [...resourceFiles.renditions, ...channels.map(resourceFiles.channelSound)];
  const qualities = resourceFiles.renditions.filter((name) => name !== 'sound');
  return [
    ...names.flatMap((name) => [resourceFiles.rendition(name), resourceFiles.renditionList(name)]),
    ...(channels.length > 0 ? qualities.map(resourceFiles.qualityList) : []),
    resourceFiles.playlist,
  ];
}
