import { notFound } from '@lectern/kernel';
import type { Storage } from './storage';

/** Reads a small stored file whole. @throws DomainError NOT_FOUND */
export async function readAll(storage: Storage, key: string): Promise<Buffer> {
  const file = await storage.open(key);
  if (!file) throw notFound(`The stored file ${key}`);
  const chunks: Buffer[] = [];
  for await (const chunk of file.read()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
