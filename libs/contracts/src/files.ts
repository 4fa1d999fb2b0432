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
  captions: (language: string) => `captions.${language.toLowerCase()}.vtt`,
  subtitles: (language: string) => `captions.${language.toLowerCase()}.srt`,
  transcript: 'transcript.txt',
  key: (resourceId: string, name: string) => `resources/${resourceId}/${name}`,
  /** The folder of a file that somebody has given; the file in it is called `file`. */
  attachment: (attachmentId: string) => `attachments/${attachmentId}`,
};

/** All files of HLS, the main playlist last: it must not name what is not there yet. */
export const renditionFiles: readonly string[] = [
  ...resourceFiles.renditions.flatMap((name) => [resourceFiles.rendition(name), resourceFiles.renditionList(name)]),
  resourceFiles.playlist,
];
