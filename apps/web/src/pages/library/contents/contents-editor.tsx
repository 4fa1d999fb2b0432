import type { ResourceDetail } from '@lectern/contracts';
import { FilesEditor } from './files-editor';
import { PartsEditor } from './parts-editor';

/** Files and parts, as their resource's kind has them. */
export function ContentsEditor({ resource }: { resource: ResourceDetail }) {
  const { kind } = resource;
  const hasFiles = kind === 'document' || kind === 'slides' || kind === 'package';
  const hasParts = kind === 'package' || kind === 'series';
  return (
    <>
      {hasFiles && <FilesEditor resource={resource} />}
      {hasParts && <PartsEditor resource={resource} />}
    </>
  );
}
