import type { Chapter, ResourceQuestion } from '@lectern/contracts';
import { MaterialRepository } from '@lectern/materials';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { chaptersOf } from './processing/chapters';
import { agendaMarks, agendaStart, headingOf, questionMarks, type ShownSlide, slideMarks } from './processing/marks';
import type { ProcessResult } from './processing/process-result';
import { shownPieces } from './processing/shown';
import { RecordingFolders } from './recording-folders';
import { readTimeline } from './timeline/timeline-reader';

/** What divides a recording, as its timeline tells: slides, and questions that were taken up. */
export interface Divisions {
  slides: ShownSlide[];
  takenUp: Set<string>;
}

/** Chapters from the agenda, the slides and the questions. */
@Injectable()
export class RecordingChapters {
  constructor(
    private readonly folders: RecordingFolders,
    private readonly webinars: WebinarRepository,
    private readonly materials: MaterialRepository,
  ) {}

  async divisions(recordingId: string, result: ProcessResult): Promise<Divisions> {
    const { events } = await readTimeline(this.folders.of(recordingId));
    const span = { startedAt: Date.parse(result.startedAt), durationMs: result.durationSeconds * 1000 };
    const slides = shownPieces(events, span).flatMap(({ start, end, shown }) =>
      shown.kind === 'deck'
        ? { start: start / 1000, end: end / 1000, materialId: shown.materialId, page: shown.page }
        : [],
    );
    const takenUp = events.flatMap((event) => (event.type === 'question-taken-up' ? event.questionId : []));
    return { slides, takenUp: new Set(takenUp) };
  }

  async of(
    webinarId: string,
    result: ProcessResult,
    { slides, takenUp }: Divisions,
    questions: readonly ResourceQuestion[],
  ): Promise<Chapter[]> {
    const webinar = await this.webinars.get(webinarId);
    const titles = await this.titlesOf(slides);
    const secondOf = (instant: number) => {
      const second = (instant - Date.parse(result.startedAt)) / 1000;
      return second >= 0 && second <= result.durationSeconds ? second : null;
    };
    const marks = [
      ...agendaMarks(webinar.agenda, agendaStart(webinar), secondOf),
      ...questionMarks(questions, takenUp),
      ...slideMarks(slides, (slide) => titles.get(keyOf(slide)) ?? ''),
    ];
    return chaptersOf(marks, result.durationSeconds, webinar.title);
  }

  private async titlesOf(slides: readonly ShownSlide[]): Promise<Map<string, string>> {
    const titles = new Map<string, string>();
    for (const slide of slides) {
      if (titles.has(keyOf(slide))) continue;
      titles.set(keyOf(slide), headingOf(await this.materials.text(slide.materialId, slide.page)));
    }
    return titles;
  }
}

const keyOf = ({ materialId, page }: ShownSlide) => `${materialId}/${page}`;
