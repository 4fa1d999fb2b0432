import type { ResourceQuestion } from '@lectern/contracts';
import { QuestionRepository, type QuestionRow } from '@lectern/qa';
import { ParticipantRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import type { ProcessResult } from './processing/process-result';
import type { RecordingRow } from './recording.entity';
import { TermsRepository } from './terms/terms.repository';
import { RecordedTime } from './timeline/recorded-time';

/** The questions that are published beside a recording. */
@Injectable()
export class PublishedQuestions {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly participants: ParticipantRepository,
    private readonly terms: TermsRepository,
  ) {}

  /**
   * All that were public, if the session's choices say so. Of those who are left out, or have not agreed, there is no
   * name, and no written answer: the question itself stays, as others have answered it.
   */
  async of(row: Pick<RecordingRow, 'webinarId' | 'terms'>, result: ProcessResult): Promise<ResourceQuestion[]> {
    const { webinarId, terms } = row;
    if (terms && !terms.choices.questions) return [];
    const leftOut = await this.terms.leftOut(webinarId);
    const agreed = terms && (await this.terms.agreed(webinarId, terms.version));
    const isIn = (participantId: string) => !leftOut.has(participantId) && (agreed?.has(participantId) ?? true);
    const rows = await this.questions.published(webinarId);
    const answers = await this.questions.answersOf(rows.map(({ id }) => id));
    const names = await this.namesOf(rows);
    const isNamed = ({ anonymous, participantId }: QuestionRow) =>
      !anonymous && isIn(participantId) && terms?.choices.names !== false;
    return rows.map((row) => ({
      id: row.id,
      text: row.text,
      author: isNamed(row) ? (names.get(row.participantId) ?? null) : null,
      votes: row.votes,
      at: momentOf(row, result),
      answers: (answers.get(row.id) ?? [])
        .filter(({ participantId }) => isIn(participantId))
        .map(({ author, text }) => ({ author, text })),
    }));
  }

  private async namesOf(rows: readonly QuestionRow[]): Promise<Map<string, string>> {
    const authors = await this.participants.byIds([...new Set(rows.map((row) => row.participantId))]);
    return new Map(authors.map(({ id, displayName }) => [id, displayName]));
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
