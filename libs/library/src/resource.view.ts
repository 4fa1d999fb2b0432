import { type Attachment, type Resource, resourceFiles, type ResourceMetadata } from '@lectern/contracts';
import type { AttachmentRow } from './contents/content.entities';
import type { ResourceRow } from './resource.entities';

export function toResource(row: ResourceRow): Resource {
  const { id, kind, status, title, description, languages, licence, authors, duration, recordedAt, publishedAt } = row;
  const posterUrl = row.hasPoster ? fileUrl(id, resourceFiles.poster) : null;
  return {
    id,
    kind,
    status,
    title,
    description,
    languages,
    licence,
    authors,
    duration,
    recordedAt,
    publishedAt,
    posterUrl,
  };
}

export function toMetadata(row: ResourceRow): ResourceMetadata {
  const { institutions, subjects, level, competencies, accessibility, translations } = row;
  return { institutions, subjects, level, competencies, accessibility, translations };
}

export const toAttachment = ({ id, resourceId, name, mediaType, size }: AttachmentRow): Attachment => ({
  ...{ id, name, mediaType, size },
  url: `/api/resources/${resourceId}/attachments/${id}`,
});

export const fileUrl = (resourceId: string, name: string): string => `/api/resources/${resourceId}/files/${name}`;
