import { randomUUID } from 'node:crypto';
import type { Lectern } from './lectern';
import { type Person, refusal } from './person';
import { entered, scheduled } from './stage';

/** What may be asked for often: the tracks do not exist. Each has a limit of its own. */
const asked = ['consumer:pause', 'consumer:resume', 'consumer:close'] as const;

/** Somebody in a room of their own who must notice nothing of what is done to the rest of the server. */
export class Witness {
  private readonly drops: string[] = [];
  private readonly pid: number;
  private testimonies = 0;

  private constructor(
    private readonly lectern: Lectern,
    readonly person: Person,
    readonly webinarId: string,
  ) {
    this.pid = lectern.pid;
    person.socket!.on('disconnect', (reason) => this.drops.push(reason));
  }

  /** @param host who may schedule a webinar */
  static async enter(lectern: Lectern, host: Person): Promise<Witness> {
    const { webinarId, links } = await scheduled(host);
    return new Witness(lectern, await entered(lectern, links.attendee, 'Wendy Witness'), webinarId);
  }

  /** @throws when the server is another process, not ready, or did not serve the witness all the time */
  async testify(): Promise<void> {
    const event = asked[this.testimonies++ % asked.length]!;
    const answer = await refusal(this.person.call(event, { consumerId: 'none' }));
    const ready = await fetch(`${this.lectern.url}/health/ready`);
    const seen = {
      answer,
      drops: this.drops,
      ready: ready.status,
      running: this.lectern.running,
      pid: this.lectern.pid,
    };
    expect(seen).toEqual({ answer: 'NOT_FOUND', drops: [], ready: 200, running: true, pid: this.pid });
    expect(this.lectern.output).not.toContain('unexpected error');
  }

  /** @throws when the witness can no longer speak in the room */
  async speak(): Promise<void> {
    const input = { clientId: randomUUID(), text: 'I am still here' };
    expect(await this.person.call('message:send', input)).toMatchObject({ text: input.text });
  }
}
