import type { Material, UploadKind } from '@lectern/contracts';
import { until } from './lectern';
import type { Person } from './person';

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** One tus request by a person. */
export function tus(
  person: Person,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer,
): Promise<Response> {
  return fetch(`${person.url}${path}`, {
    method,
    headers: { ...person.headers, 'tus-resumable': '1.0.0', ...headers },
    body: body && new Uint8Array(body),
  });
}

/** Begins an upload. */
export function create(
  person: Person,
  kind: UploadKind,
  target: string,
  size: number,
  name = 'a.pdf',
): Promise<Response> {
  const metadata = `kind ${base64(kind)},target ${base64(target)},filename ${base64(name)}`;
  return tus(person, 'POST', '/api/uploads', { 'upload-length': String(size), 'upload-metadata': metadata });
}

export function append(person: Person, path: string, offset: number, bytes: Buffer): Promise<Response> {
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
  return tus(person, 'PATCH', path, headers, bytes);
}

/** Uploads a whole file. @returns the last answer, and the id under which it is known */
export async function upload(person: Person, kind: UploadKind, target: string, bytes: Buffer, name = 'a.pdf') {
  const created = await create(person, kind, target, bytes.length, name);
  const path = created.headers.get('location') ?? '';
  if (created.status !== 201) return { id: '', answer: created };
  return { id: path.split('/').at(-1)!, answer: await append(person, path, 0, bytes) };
}

/** Waits until an upload is prepared, or refused. */
export async function prepared(person: Person, webinarId: string, id: string): Promise<Material> {
  let found: Material | undefined;
  await until(
    async () => {
      const { materials } = await person.api('GET /api/webinars/:webinarId/materials', { params: { webinarId } });
      found = materials.find((material) => material.id === id);
      return found !== undefined && found.status !== 'preparing';
    },
    90_000,
    () => `the material is prepared: ${JSON.stringify(found)}`,
  );
  return found!;
}
