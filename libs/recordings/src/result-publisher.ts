import type { ImportManifest } from '@lectern/contracts';
import { IdentityService } from '@lectern/identity';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import type { ProcessResult } from './processing/process-result';
import { PublishedQuestions } from './published-questions';
import { RecordingChapters } from './recording-chapters';
import type { RecordingRow } from './recording.entity';
import { ResultFiles } from './result-files';

/** Puts the result's files into the storage, and beside them the manifest from which the library makes its draft. */
@Injectable()
export class ResultPublisher {
  constructor(
    private readonly files: ResultFiles,
    private readonly webinars: WebinarRepository,
    private readonly questions: PublishedQuestions,
    private readonly identity: IdentityService,
    private readonly chapters: RecordingChapters,
  ) {}

  async publish(row: RecordingRow & { resourceId: string }, result: ProcessResult): Promise<ImportManifest> {
    const divisions = await this.chapters.divisions(row.id, result);
    const files = await this.files.store(row, result, divisions.slides);
    const questions = await this.questions.of(row, result);
    const chapters = await this.chapters.of(row.webinarId, result, divisions, questions);
    const manifest = { ...(await this.about(row, result)), questions, chapters, files };
    await this.files.storeManifest(row, manifest);
    return manifest;
  }

  private async about(
    row: RecordingRow & { resourceId: string },
    result: ProcessResult,
  ): Promise<Omit<ImportManifest, 'questions' | 'chapters' | 'files'>> {
    const { title, description, languages, ownerId } = await this.webinars.get(row.webinarId);
    return {
      resourceId: row.resourceId,
      recordingId: row.id,
      webinarId: row.webinarId,
      ownerId,
      title,
      description,
      languages,
      authors: [await this.identity.nameOf(ownerId)],
      recordedAt: result.startedAt,
      duration: result.durationSeconds,
      captions: result.captionsLanguages,
      channels: result.channels,
      hasPoster: true,
      hasRenditions: result.files.renditions,
      notice: result.notice,
      cues: result.cues,
      transcriptAnew: result.leftOut.some((id) => !row.leftOut.includes(id)),
    };
  }
}
