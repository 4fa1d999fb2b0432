import { ImportManifest, type JobPayload, resourceFiles } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { Clock, newId } from '@lectern/kernel';
import { readAll, STORAGE, type Storage } from '@lectern/storage';
import { Inject, Injectable } from '@nestjs/common';
import type { CueRow, ResourceQuestionRow, ResourceRow } from './resource.entities';
import { untouched } from './resource.steps';
import { ResourceRepository } from './resource.repository';
import { SearchIndex } from './search-index';
import { toCueRow } from './transcript/cue-row';

/** Takes a processed recording in as a draft. The same recording again changes the same resource. */
@Injectable()
export class LibraryImport {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly index: SearchIndex,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  async run({ resourceId }: JobPayload<'library.import'>): Promise<void> {
    const file = await readAll(this.storage, resourceFiles.key(resourceId, resourceFiles.manifest));
    const manifest = ImportManifest.parse(JSON.parse(file.toString('utf8')));
    await this.unitOfWork.run(async (tx) => {
      await this.resources.replace(
        tx,
        this.toRow(manifest),
        toCues(manifest),
        toQuestions(manifest),
        manifest.transcriptAnew,
      );
      await this.index.refresh(tx, await this.resources.get(resourceId, tx.manager));
    });
  }

  private toRow({
    resourceId: id,
    cues: _cues,
    questions: _questions,
    transcriptAnew: _anew,
    ...manifest
  }: ImportManifest): ResourceRow {
    const now = this.clock.instant();
    return {
      id,
      kind: 'recording',
      status: 'draft',
      licence: 'CC-BY-4.0',
      institutions: [],
      subjects: [],
      level: null,
      competencies: [],
      accessibility: [],
      translations: [],
      createdAt: now,
      updatedAt: now,
      publishedAt: null,
      link: null,
      offersSlides: false,
      ...untouched,
      ...manifest,
    };
  }
}

function toCues({ resourceId: id, captions, cues }: ImportManifest): CueRow[] {
  return cues.map((cue, position) => toCueRow({ id, captions }, { ...cue, id: newId() }, position));
}

function toQuestions({ resourceId, questions }: ImportManifest): ResourceQuestionRow[] {
  return questions.map((question, position) => ({ ...question, id: newId(), resourceId, position }));
}
