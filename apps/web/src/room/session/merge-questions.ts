import type { Question } from '@lectern/contracts';

type Questions = ReadonlyMap<string, Question>;

/** Taken back, or no longer for this viewer: then only its shell is sent. */
const isGone = (question: Question): boolean => question.state === 'withdrawn' || question.text === '';

/** Newer copies replace older ones; what comes twice or late changes nothing. */
export function mergeQuestions(known: Questions, changed: readonly Question[]): Questions {
  const next = new Map(known);
  let different = false;
  for (const question of changed) {
    const before = next.get(question.id);
    if (before && before.seq > question.seq) continue;
    if (isGone(question)) different = next.delete(question.id) || different;
    else {
      next.set(question.id, question);
      different = true;
    }
  }
  return different ? next : known;
}

/** Takes a question away that this viewer may no longer see. */
export function hideQuestion(known: Questions, hidden: { questionId: string; seq: number }): Questions {
  const before = known.get(hidden.questionId);
  if (!before || before.seq > hidden.seq) return known;
  const next = new Map(known);
  next.delete(hidden.questionId);
  return next;
}

/** Applies counts; a vote is no change of the question itself, so its sequence number stays. */
export function applyVotes(known: Questions, counts: readonly { questionId: string; votes: number }[]): Questions {
  const next = new Map(known);
  let different = false;
  for (const { questionId, votes } of counts) {
    const before = next.get(questionId);
    if (!before || before.votes === votes) continue;
    next.set(questionId, { ...before, votes });
    different = true;
  }
  return different ? next : known;
}

/** Votes go along when a question is merged into another one. */
export function moveVotes(
  mine: ReadonlySet<string>,
  changed: readonly { id: string; mergedInto: string | null }[],
): ReadonlySet<string> {
  const moved = changed.filter(({ id, mergedInto }) => mergedInto && mine.has(id));
  if (moved.length === 0) return mine;
  const next = new Set(mine);
  for (const { id, mergedInto } of moved) {
    next.delete(id);
    if (mergedInto) next.add(mergedInto);
  }
  return next;
}
