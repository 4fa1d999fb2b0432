import { type ImportManifest, renditionFiles, resourceFiles, type ResourceQuestion } from '@lectern/contracts';
import { QuestionRepository, type QuestionRow } from '@lectern/qa';
import { IdentityService } from '@lectern/identity';
import { STORAGE, type Storage } from '@lectern/storage';
import { ParticipantRepository, WebinarRepository } from '@lectern/webinars';
import { Inject, Injectable } from '@nestjs/common';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessResult } from './processing/process-result';
import { RecordingFolders } from './recording-folders';
import type { RecordingRow } from './recording.entity';

/** Puts the result's files into the storage, and beside them the manifest from which the library makes its draft. */
@Injectable()
export class ResultPublisher {
  constructor(
    private readonly folders: RecordingFolders,
    private readonly webinars: WebinarRepository,
    private readonly participants: ParticipantRepository,
    private readonly questions: QuestionRepository,
    private readonly identity: IdentityService,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  async publish(row: RecordingRow & { resourceId: string }, result: ProcessResult): Promise<ImportManifest> {
    const out = join(this.folders.of(row.id), 'out');
    const put = (name: string, file: string) =>
      this.storage.put(resourceFiles.key(row.resourceId, name), join(out, file));
    await put(resourceFiles.video, result.files.video);
    await put(resourceFiles.poster, result.files.poster);
    for (const [language, file] of Object.entries(result.files.captions))
      await put(resourceFiles.captions(language), file);
    if (result.files.renditions) for (const file of renditionFiles) await put(file, file);
    const manifest = await this.manifest(row, result);
    await writeFile(join(out, resourceFiles.manifest), JSON.stringify(manifest));
    await put(resourceFiles.manifest, resourceFiles.manifest);
    return manifest;
  }

  private async manifest(row: RecordingRow & { resourceId: string }, result: ProcessResult): Promise<ImportManifest> {
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
      hasPoster: true,
      hasRenditions: result.files.renditions,
      notice: result.notice,
      cues: result.cues,
      questions: await this.approvedQuestions(row.webinarId, result),
      chapters: [],
      files: [],
    };
  }

  private async approvedQuestions(webinarId: string, result: ProcessResult): Promise<ResourceQuestion[]> {
    const rows = await this.questions.published(webinarId);
    const answers = await this.questions.answersOf(rows.map(({ id }) => id));
    const authors = await this.participants.byIds([...new Set(rows.map((row) => row.participantId))]);
    const names = new Map(authors.map(({ id, displayName }) => [id, displayName]));
    return rows.map((row) => ({
      id: row.id,
      text: row.text,
      author: row.anonymous ? null : (names.get(row.participantId) ?? null),
      votes: row.votes,
      at: momentOf(row, result),
      answers: (answers.get(row.id) ?? []).map(({ author, text }) => ({ author, text })),
    }));
  }
}

/** The second of the video at which a question was taken up, or asked; null when that was outside the recording. */
export function momentOf(
  row: Pick<QuestionRow, 'takenUpAt' | 'askedAt'>,
  result: Pick<ProcessResult, 'startedAt' | 'durationSeconds'>,
): number | null {
  const second = (instant: string) => (Date.parse(instant) - Date.parse(result.startedAt)) / 1000;
  const within = [row.takenUpAt, row.askedAt].filter((instant) => instant !== null).map(second);
  return within.find((at) => at >= 0 && at <= result.durationSeconds) ?? null;
}
