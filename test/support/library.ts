import { type ImportManifest, resourceFiles } from '@lectern/contracts';
import { newId } from '@lectern/kernel';
import { JobQueue } from '@lectern/queue';
import { Redis } from 'ioredis';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Lectern } from './lectern';

/** Hands the worker a processed recording, as `recording.process` does at its end. @returns the manifest's resource id */
export async function importResource(
  lectern: Lectern,
  ownerId: string,
  content: Partial<ImportManifest> = {},
): Promise<string> {
  const manifest: ImportManifest = {
    resourceId: newId(),
    recordingId: newId(),
    webinarId: newId(),
    ownerId,
    title: 'Solar power for schools',
    description: '',
    languages: ['en'],
    authors: ['Amina Host'],
    recordedAt: '2026-11-20T09:00:00.000Z',
    duration: 61.5,
    captions: ['en'],
    channels: [],
    hasPoster: false,
    hasRenditions: false,
    notice: null,
    cues: [],
    transcriptAnew: false,
    questions: [],
    chapters: [],
    files: [],
    ...content,
  };
  const { resourceId, recordingId } = manifest;
  const file = join(lectern.data, 'files', resourceFiles.key(resourceId, resourceFiles.manifest));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(manifest));
  await withQueue(lectern, (queue) => queue.add('library.import', { recordingId, resourceId }, recordingId));
  return resourceId;
}

/** Runs something with the installation's own queue. */
export async function withQueue<T>(lectern: Lectern, run: (queue: JobQueue) => Promise<T>): Promise<T> {
  const redis = new Redis(lectern.redisAddress, { maxRetriesPerRequest: null });
  const queue = new JobQueue(redis);
  try {
    return await run(queue);
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
