/** So many events of one room in a turn of the event loop, while others have something to say too. */
const OF_A_TURN = 8;
/** How long a room counts as one that has something to say, in milliseconds. */
const PRESENT = 1_000;

interface Room {
  /** In the present turn. */
  taken: number;
  line: (() => void)[];
}

/**
 * Rooms share a server's event loop: what many people of one room send at once waits in that room's line, a few in each turn
 * go on, and whoever says something in another room is not behind all of it. A room that is alone does not wait.
 */
export class RoomTurns {
  private readonly rooms = new Map<string, Room>();
  private latest = { id: '', at: -Infinity };
  private another = { id: '', at: -Infinity };
  private turning = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @returns nothing when the event may go on at once, else what resolves when it may */
  take(id: string): Promise<void> | undefined {
    const isAlone = this.note(id);
    const room = this.rooms.get(id) ?? this.open(id);
    if (room.line.length === 0 && (isAlone || room.taken < OF_A_TURN)) {
      room.taken += 1;
      return undefined;
    }
    return new Promise((resolve) => void room.line.push(resolve));
  }

  /** Whether nobody else has said something for a while. */
  private note(id: string): boolean {
    const at = this.now();
    if (this.latest.id === id) this.latest.at = at;
    else [this.latest, this.another] = [{ id, at }, this.latest];
    return at - this.another.at > PRESENT;
  }

  /** A room is kept for as long as it has a line, or until the next turn. */
  private open(id: string): Room {
    const room: Room = { taken: 0, line: [] };
    this.rooms.set(id, room);
    if (!this.turning) {
      this.turning = true;
      setImmediate(() => this.turn());
    }
    return room;
  }

  private turn(): void {
    for (const [id, room] of this.rooms) {
      const next = room.line.splice(0, OF_A_TURN);
      room.taken = next.length;
      for (const goOn of next) goOn();
      if (next.length === 0) this.rooms.delete(id);
    }
    this.turning = this.rooms.size > 0;
    if (this.turning) setImmediate(() => this.turn());
  }
}
