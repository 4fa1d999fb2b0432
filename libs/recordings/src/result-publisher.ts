import type { ImportManifest, ResourceQuestion } from '@lectern/contracts';
import { QuestionRepository, type QuestionRow } from '@lectern/qa';
import { IdentityService } from '@lectern/identity';
import { ParticipantRepository, WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import type { ProcessResult } from './processing/process-result';
import { RecordingChapters } from './recording-chapters';
import type { RecordingRow } from './recording.entity';
import { ResultFiles } from './result-files';
import { RecordedTime } from './timeline/recorded-time';

/** Puts the result's files into the storage, and beside them the manifest from which the library makes its draft. */
@Injectable()
export class ResultPublisher {
  constructor(
    private readonly files: ResultFiles,
    private readonly webinars: WebinarRepository,
    private readonly participants: ParticipantRepository,
    private readonly questions: QuestionRepository,
    private readonly identity: IdentityService,
    private readonly chapters: RecordingChapters,
  ) {}

  async publish(row: RecordingRow & { resourceId: string }, result: ProcessResult): Promise<ImportManifest> {
    const divisions = await this.chapters.divisions(row.id, result);
    const files = await this.files.store(row, result, divisions.slides);
    const questions = await this.approvedQuestions(row.webinarId, result);
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
      hasPoster: true,
      hasRenditions: result.files.renditions,
      notice: result.notice,
      cues: result.cues,
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
  result: Pick<ProcessResult, 'startedAt' | 'durationSeconds' | 'pauses'>,
): number | null {
  const time = new RecordedTime(result.pauses);
  const own = (instant: string) => Date.parse(instant) - Date.parse(result.startedAt);
  const recorded = [row.takenUpAt, row.askedAt].filter((instant) => instant !== null).map(own);
  const within = recorded.filter((ms) => ms >= 0 && !time.isPaused(ms)).map((ms) => time.of(ms) / 1000);
  return within.find((at) => at <= result.durationSeconds) ?? null;
}
