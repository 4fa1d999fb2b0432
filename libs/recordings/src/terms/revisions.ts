import type { ProcessStep } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { wrongState } from '@lectern/kernel';
import { QuestionRepository } from '@lectern/qa';
import { Injectable } from '@nestjs/common';
import { recordedOf } from '../processing/left-out';
import { RecordingFolder } from '../processing/recording-folder';
import { ProcessingService } from '../processing.service';
import { RecordingFolders } from '../recording-folders';
import type { RecordingRow } from '../recording.entity';
import { RecordingRepository } from '../recording.repository';
import { TermsRepository } from './terms.repository';

/** Which recordings are to be made anew, each from which step on. */
export type Revision = { recordingId: string; step: ProcessStep }[];

/** What has been made with somebody in it is made anew without them, or with them again. */
@Injectable()
export class Revisions {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly folders: RecordingFolders,
    private readonly questions: QuestionRepository,
    private readonly terms: TermsRepository,
    private readonly processing: ProcessingService,
  ) {}

  /** Reads files, so it stands before the transaction. */
  async plan(webinarId: string, participantIds: readonly string[]): Promise<Revision> {
    const isOne = (id: string) => participantIds.includes(id);
    const wrote = await this.wrote(webinarId, isOne);
    const revision: Revision = [];
    for (const { id: recordingId } of await this.recordings.ofWebinar(webinarId)) {
      const tracks = await new RecordingFolder(this.folders.of(recordingId)).tracks();
      // Once a rule of the library has removed them, nothing can be made anew.
      if (tracks.length === 0) continue;
      if (tracks.some(({ participantId }) => isOne(participantId))) revision.push({ recordingId, step: 'tracks' });
      // The poster is the least work before the questions are handed over anew.
      else if (wrote) revision.push({ recordingId, step: 'thumbnail' });
    }
    return revision;
  }

  async begin(tx: Transaction, revision: Revision): Promise<void> {
    for (const { recordingId, step } of revision) await this.processing.revise(tx, recordingId, step);
  }

  /** @throws DomainError WRONG_STATE while the library still shows somebody who is left out */
  async assertMayCancel({ id, webinarId, importedAt, leftOut }: RecordingRow): Promise<void> {
    if (importedAt === null) return;
    const tracks = await new RecordingFolder(this.folders.of(id)).tracks();
    const wanted = recordedOf(tracks, await this.terms.leftOut(webinarId));
    if ([...wanted].some((participantId) => !leftOut.includes(participantId)))
      throw wrongState('It is made anew without somebody who is left out: that is not cancelled.');
  }

  /** Whether one of them stands beside the recordings, with a question or an answer. */
  private async wrote(webinarId: string, isOne: (participantId: string) => boolean): Promise<boolean> {
    const rows = await this.questions.published(webinarId);
    const answers = await this.questions.answersOf(rows.map(({ id }) => id));
    return [...rows, ...[...answers.values()].flat()].some(({ participantId }) => isOne(participantId));
  }
}
