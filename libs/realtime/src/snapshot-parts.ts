import type { SessionSnapshot } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';

/** What a feature adds to the picture that a joiner gets. */
export interface SnapshotPart {
  /**
   * @param since what the joiner has already: only later changes are wanted, or everything when undefined
   * @param seq of the room's latest change: what is the same for many may be kept for as long as it stays
   */
  snapshot(attendance: Attendance, since: number | undefined, seq: number): Promise<Partial<SessionSnapshot>>;
}

/** Features register here, so that whoever lets people in need not know them. */
export class SnapshotParts {
  private readonly parts: SnapshotPart[] = [];

  register(part: SnapshotPart): void {
    this.parts.push(part);
  }

  async collect(attendance: Attendance, since: number | undefined, seq: number): Promise<Partial<SessionSnapshot>> {
    const results = await Promise.all(this.parts.map((part) => part.snapshot(attendance, since, seq)));
    return Object.assign({}, ...results) as Partial<SessionSnapshot>;
  }
}
