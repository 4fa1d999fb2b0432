import { PollTeller } from '@lectern/polls';
import { QuestionTeller } from '@lectern/qa';
import { Injectable } from '@nestjs/common';
import { RecorderService } from './recorder/recorder.service';

/** Writes what Q&A and polls do into the timelines of running recordings: ids alone, no texts and no names. */
@Injectable()
export class AudienceNotes {
  constructor(recorders: RecorderService, questions: QuestionTeller, polls: PollTeller) {
    for (const turn of ['asked', 'taken-up', 'answered'] as const)
      questions.events.on(turn, ({ id, webinarId }) => {
        const recorder = recorders.recorder(webinarId);
        if (recorder?.choices.questions) recorder.note({ type: `question-${turn}`, questionId: id });
      });
    polls.events.on('turned', ({ id, webinarId, state }) => {
      const type = state === 'open' ? 'poll-opened' : 'poll-closed';
      recorders.recorder(webinarId)?.note({ type, pollId: id });
    });
  }
}
