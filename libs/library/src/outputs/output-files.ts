import { type MediaFormat, type ResourceDetail, resourceFiles } from '@lectern/contracts';
import type { ResourceRow } from '../resource.entities';
import { fileUrl } from '../resource.view';

/** In the order in which they are offered. */
const names: Record<MediaFormat, string> = {
  mp4: resourceFiles.video,
  webm: resourceFiles.webm,
  grid: resourceFiles.grid,
  audio: resourceFiles.audio,
  slides: resourceFiles.slides,
};
const formats = Object.keys(names) as MediaFormat[];

type Row = Pick<ResourceRow, 'id' | 'kind' | 'files' | 'channels' | 'chapters' | 'offersSlides'>;

/** Whether this file may be fetched by who may see the resource. */
export function isOffered(
  { files, offersSlides }: Pick<Row, 'files' | 'offersSlides'>,
  name: string,
  mayEdit: boolean,
) {
  return files.some((file) => file.name === name) && (name !== names.slides || offersSlides || mayEdit);
}

type Outputs = Pick<
  ResourceDetail,
  'chapters' | 'chaptersUrl' | 'thumbnailsUrl' | 'media' | 'channels' | 'questionFiles' | 'offersSlides'
>;

/** What can be had of a resource as files, and its chapters. */
export function outputsOf(row: Row, questions: number, mayEdit: boolean): Outputs {
  const url = (name: string) => fileUrl(row.id, name);
  const sizeOf = (name: string) => row.files.find((file) => file.name === name)?.bytes ?? null;
  const isThere = (format: MediaFormat) =>
    isOffered(row, names[format], mayEdit) || (format === 'mp4' && row.kind === 'recording');
  return {
    chapters: row.chapters,
    chaptersUrl: row.chapters.length > 0 ? url(resourceFiles.chapters) : null,
    thumbnailsUrl: sizeOf(resourceFiles.thumbnails) === null ? null : url(resourceFiles.thumbnails),
    media: formats.filter(isThere).map((format) => ({ format, url: url(names[format]), bytes: sizeOf(names[format]) })),
    channels: row.channels.map((language) => {
      const name = resourceFiles.channel(language);
      return { language, url: url(name), bytes: sizeOf(name) };
    }),
    questionFiles:
      questions === 0
        ? null
        : {
            csv: url(resourceFiles.questions('csv')),
            json: url(resourceFiles.questions('json')),
            html: url(resourceFiles.questions('html')),
          },
    offersSlides: row.offersSlides,
  };
}
