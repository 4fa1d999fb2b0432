import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the tracks of recordings are until they are processed: on a disk that server and worker share. */
export class RecordingFolders {
  constructor(private readonly root: string) {}

  of(recordingId: string): string {
    return join(this.root, recordingId);
  }

  /** What is left on their disk for whoever is not root. */
  async freeBytes(): Promise<number> {
    await mkdir(this.root, { recursive: true });
    const { bavail, bsize } = await statfs(this.root);
    return bavail * bsize;
  }

  /** Everything of a recording; there may be nothing left. */
  async discard(recordingId: string): Promise<void> {
    await rm(this.of(recordingId), { recursive: true, force: true });
  }

  /** Of a practice run, which is thrown away. */
  practice(id: string): string {
    return join(this.root, 'practice', id);
  }

  async discardPractice(id: string): Promise<void> {
    await rm(this.practice(id), { recursive: true, force: true });
  }

  /** What a crash has left behind; none may be running. */
  async discardPractices(): Promise<void> {
    await rm(join(this.root, 'practice'), { recursive: true, force: true });
  }
}
