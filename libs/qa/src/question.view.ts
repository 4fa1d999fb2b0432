import type { Answer, Question } from '@lectern/contracts';
import type { ParticipantRow } from '@lectern/webinars';
import type { AnswerRow, QuestionRow } from './question.entities';

export interface Viewer {
  participantId: string;
  staff: boolean;
}

/** What stands around questions, for whoever looks at them. */
export interface Surroundings {
  /** By question. */
  answers: ReadonlyMap<string, AnswerRow[]>;
  /** Authors and assignees, by id. */
  people: ReadonlyMap<string, Pick<ParticipantRow, 'displayName' | 'role'>>;
}

/** A question as one viewer may see it. */
export function toQuestion(row: QuestionRow, { answers, people }: Surroundings, viewer: Viewer): Question {
  const { id, seq, text, state, votes, anonymous, askedAt, takenUpAt, pinnedAt, mergedInto, assigneeId } = row;
  const mine = row.participantId === viewer.participantId;
  const person = (participantId: string) => ({
    participantId,
    displayName: people.get(participantId)?.displayName ?? '',
  });
  const named = !anonymous || (viewer.staff && !row.hiddenFromStaff);
  const toldAssignee = viewer.staff || assigneeId === viewer.participantId;
  return {
    id,
    seq,
    text,
    state,
    votes,
    askedAt,
    takenUpAt,
    anonymous,
    pinnedAt,
    mine,
    author: named ? person(row.participantId) : null,
    assignee: assigneeId && toldAssignee ? person(assigneeId) : null,
    mergedInto: viewer.staff || mine ? mergedInto : null,
    answers: (answers.get(id) ?? []).map(toAnswer),
  };
}

function toAnswer({ id, participantId, author, text, answeredAt, editedAt }: AnswerRow): Answer {
  return { id, participantId, author, text, answeredAt, editedAt };
}

/** What is left of a question for who may not see it any more. */
export function toHidden({ id, seq, state, askedAt, mergedInto }: QuestionRow): Question {
  return {
    id,
    seq,
    state,
    askedAt,
    mergedInto,
    text: '',
    author: null,
    anonymous: false,
    mine: false,
    votes: 0,
    takenUpAt: null,
    pinnedAt: null,
    assignee: null,
    answers: [],
  };
}
