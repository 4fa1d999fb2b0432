import { VersionContent, VersionField } from '@lectern/contracts';
import type { ResourceRow } from '../resource.entities';

type Parts = Pick<VersionContent, 'parts' | 'files'>;

/** What a version keeps of a resource as it is now. */
export function contentOf(row: ResourceRow, { parts, files }: Parts): VersionContent {
  const { title, description, languages, licence, authors, link, institutions, subjects, level } = row;
  const { competencies, accessibility, translations } = row;
  const said = { title, description, languages, licence, authors, link, institutions, subjects, level };
  return {
    ...said,
    ...{ competencies, accessibility, translations },
    parts: parts.map((part) => ({ id: part.id, title: part.title })),
    files: files.map((file) => ({ id: file.id, name: file.name })),
  };
}

/** The fields in which two contents differ. That a part has another title now is no change of what lists it. */
export function changesBetween(before: VersionContent, after: VersionContent): VersionField[] {
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);
  const comparable = (content: VersionContent) => ({
    ...content,
    parts: ids(content.parts),
    files: ids(content.files).toSorted(),
  });
  const [a, b] = [comparable(before), comparable(after)];
  return VersionField.options.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}
