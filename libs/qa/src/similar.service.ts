import type { Question } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { isPublic } from './question.machine';
import { QuestionReader } from './question.reader';
import { QuestionRepository } from './question.repository';
import { SimilarTexts } from './similar';

const MOST_FOUND = 5;
const MOST_ROOMS = 100;
const PAGE = 2_000;

interface RoomTexts {
  texts: SimilarTexts;
  /** Changes up to here are in. */
  seq: number;
}

/** Public questions that ask the same. Each room's texts are kept in memory, and brought up to date before each look. */
@Injectable()
export class SimilarService {
  /** Least recently used first. */
  private readonly rooms = new Map<string, RoomTexts>();

  constructor(
    private readonly questions: QuestionRepository,
    private readonly reader: QuestionReader,
  ) {}

  async find(who: Attendance, text: string): Promise<Question[]> {
    const room = this.room(who.webinarId);
    await this.update(who.webinarId, room);
    const ids = room.texts.find(text, MOST_FOUND);
    const rows = new Map((await this.questions.byIds(who.webinarId, ids)).map((row) => [row.id, row]));
    const found = ids.map((id) => rows.get(id)).filter((row) => row !== undefined && isPublic(row.state));
    return this.reader.view(
      who,
      found.filter((row) => row !== undefined),
    );
  }

  private room(webinarId: string): RoomTexts {
    const room = this.rooms.get(webinarId) ?? { texts: new SimilarTexts(), seq: 0 };
    this.rooms.delete(webinarId);
    this.rooms.set(webinarId, room);
    const [oldest] = this.rooms.keys();
    if (this.rooms.size > MOST_ROOMS && oldest) this.rooms.delete(oldest);
    return room;
  }

  /** Other servers write as well, so the database is asked; it is one look into an index. */
  private async update(webinarId: string, room: RoomTexts): Promise<void> {
    for (;;) {
      const rows = await this.questions.changedSince(webinarId, room.seq, PAGE);
      for (const { id, text, state } of rows) {
        if (isPublic(state)) room.texts.put(id, text);
        else room.texts.delete(id);
      }
      const last = rows.at(-1)?.seq ?? room.seq;
      // One change can touch several questions, and the page may have ended between them.
      room.seq = Math.max(room.seq, rows.length === PAGE ? last - 1 : last);
      if (rows.length < PAGE) return;
    }
  }
}
