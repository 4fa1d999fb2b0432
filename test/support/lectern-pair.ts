import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, Lectern } from './lectern';
import { RoundRobin } from './round-robin';

/** One of the servers of a pair, at an address of its own. */
class Member extends Lectern {
  static async create(data: string, env: Record<string, string>): Promise<Member> {
    const port = await freePort();
    return new Member(port, data, { ...env, LECTERN_CLUSTER_URL: `http://127.0.0.1:${port}` });
  }
}

/** Two servers behind one address: every connection goes to the next of them. To a test they are one Lectern. */
export class LecternPair extends Lectern {
  private constructor(
    port: number,
    data: string,
    readonly members: readonly [Lectern, Lectern],
    private readonly proxy: RoundRobin,
    env: Record<string, string>,
  ) {
    super(port, data, env);
  }

  static override async start(env: Record<string, string> = {}): Promise<LecternPair> {
    const [data, port] = [mkdtempSync(join(tmpdir(), 'lectern-test-')), await freePort()];
    const shared = {
      LECTERN_SECRET: randomBytes(24).toString('hex'),
      LECTERN_PUBLIC_URL: `http://localhost:${port}`,
      LECTERN_MEDIA_WORKERS: '1',
      ...env,
    };
    const members = [await Member.create(data, shared), await Member.create(data, shared)] as const;
    const ports = members.map((member) => member.port);
    const pair = new LecternPair(port, data, members, await RoundRobin.open(port, ports), shared);
    await pair.launch();
    return pair;
  }

  /** The server that has this room. */
  async ownerOf(webinarId: string): Promise<Lectern> {
    const redis = new Redis(this.redisAddress);
    const address = await redis.get(`lectern:room:${webinarId}`);
    redis.disconnect();
    const owner = this.members.find(({ port }) => address?.endsWith(`:${port}`));
    if (!owner) throw new Error(`No server has the room ${webinarId}: ${address}`);
    return owner;
  }

  override get setupToken(): string {
    // The link that is printed last is the one that works.
    return this.members[1].setupToken;
  }

  override get running(): boolean {
    return this.members.every((member) => member.running);
  }

  override get pid(): number {
    return this.members[0].pid;
  }

  override async launch(): Promise<void> {
    // One after the other: the first one migrates, and both print a link.
    for (const member of this.members) await member.launch();
  }

  override async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const codes = await Promise.all(this.members.map((member) => member.end(signal)));
    return codes.find((code) => code !== 0) ?? 0;
  }

  override async remove(): Promise<void> {
    await this.proxy.close();
    for (const member of this.members) await member.remove();
  }
}
