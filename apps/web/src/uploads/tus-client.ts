import type { UploadKind } from '@lectern/contracts';
import { ApiError, errorOf } from '../api/errors';

export interface TusUpload {
  file: File;
  kind: UploadKind;
  /** What it belongs to. */
  target: string;
  signal: AbortSignal;
  /** `done`: 0 to 1, null when it is as before; `waiting`: the line is down, or the server. */
  onProgress: (done: number | null, waiting: boolean) => void;
}

/** How long a request should take, so that progress is seen and little is lost when the line drops. */
const AIM_MS = 3000;
const FIRST_CHUNK = 256 * 1024;
const SMALLEST = 64 * 1024;
const LARGEST = 16 * 1024 * 1024;
const WAITS_MS = [500, 1000, 2000, 5000, 10_000] as const;

/**
 * Uploads a file by tus 1.0.0 in chunks that suit the line, and goes on by itself after every interruption; also after
 * the page was closed, when the same file is chosen again. @returns the upload's id. @throws ApiError when the server
 * refuses it; the signal's reason when aborted (the server then forgets what it has)
 */
export async function uploadFile(upload: TusUpload): Promise<string> {
  const memory = new UploadMemory(upload);
  for (let failures = 0; ;) {
    try {
      const url = await findOrCreate(upload, memory);
      await send(upload, url, () => (failures = 0));
      memory.forget();
      return url.split('/').at(-1) ?? '';
    } catch (error) {
      if (upload.signal.aborted) await giveUp(memory);
      upload.signal.throwIfAborted();
      if (!passes(error)) {
        if (!(error instanceof ApiError && error.code === 'STORAGE_FULL')) memory.forget();
        throw error;
      }
      upload.onProgress(null, true);
      await pause(WAITS_MS[Math.min(failures++, WAITS_MS.length - 1)]!, upload.signal);
    }
  }
}

/** What ends by itself: a dead line, a restarting server, a second request that was faster. */
function passes(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.code === 'NETWORK' || error.code === 'CONFLICT' || (error.retryable && error.code !== 'STORAGE_FULL');
}

async function findOrCreate({ file, kind, target, signal }: TusUpload, memory: UploadMemory): Promise<string> {
  const known = memory.url;
  if (known) {
    const response = await request('HEAD', known, {}, signal);
    if (response.ok) return known;
    if (response.status !== 404) throw await errorOf(response);
    memory.forget();
  }
  const metadata = { kind, target, filename: file.name };
  const headers = { 'upload-length': String(file.size), 'upload-metadata': encodeMetadata(metadata) };
  const response = await request('POST', '/api/uploads', headers, signal);
  if (!response.ok) throw await errorOf(response);
  return memory.keep(response.headers.get('location') ?? '');
}

async function send(upload: TusUpload, url: string, moved: () => void): Promise<void> {
  const { file, signal, onProgress } = upload;
  let size = FIRST_CHUNK;
  let offset = await offsetOf(url, signal);
  onProgress(offset / file.size, false);
  while (offset < file.size) {
    const from = performance.now();
    const chunk = file.slice(offset, offset + size);
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    const response = await request('PATCH', url, headers, signal, chunk);
    if (!response.ok) throw await errorOf(response);
    offset = Number(response.headers.get('upload-offset'));
    size = nextSize(chunk.size, performance.now() - from);
    moved();
    onProgress(offset / file.size, false);
  }
}

async function offsetOf(url: string, signal: AbortSignal): Promise<number> {
  const response = await request('HEAD', url, {}, signal);
  // An answer to HEAD has no body to read the reason from.
  if (!response.ok) throw await errorOf(response);
  return Number(response.headers.get('upload-offset'));
}

/** The next chunk takes about {@link AIM_MS} on a line that brought `bytes` in `ms`; at most four times the last one. */
export function nextSize(bytes: number, ms: number): number {
  const wanted = Math.min(bytes * 4, (bytes / Math.max(1, ms)) * AIM_MS);
  return Math.round(Math.min(LARGEST, Math.max(SMALLEST, wanted)));
}

/** `Upload-Metadata`: keys and base64 values (UTF-8). */
export function encodeMetadata(values: Record<string, string>): string {
  const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  return Object.entries(values)
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(',');
}

async function request(
  method: string,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  body?: Blob,
): Promise<Response> {
  const all = { 'tus-resumable': '1.0.0', 'x-lectern-client': 'web', ...headers };
  try {
    return await fetch(url, { method, headers: all, credentials: 'same-origin', signal, body: body ?? null });
  } catch {
    signal.throwIfAborted();
    throw new ApiError({ code: 'NETWORK', retryable: true });
  }
}

async function giveUp(memory: UploadMemory): Promise<void> {
  const { url } = memory;
  memory.forget();
  // It expires by itself when this does not arrive.
  if (url) await request('DELETE', url, {}, AbortSignal.timeout(5000)).catch(() => undefined);
}

/** Waits, but not when the line comes back meanwhile. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      globalThis.removeEventListener?.('online', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
    globalThis.addEventListener?.('online', wake);
  });
}

/** Where the upload of a file goes on, kept by this browser. */
class UploadMemory {
  private readonly key: string;
  private address: string | null;

  constructor({ file, kind, target }: TusUpload) {
    this.key = `lectern.upload.${[kind, target, file.name, file.size, file.lastModified].join('.')}`;
    this.address = this.read();
  }

  get url(): string | null {
    return this.address;
  }

  keep(url: string): string {
    this.address = url;
    this.write(() => localStorage.setItem(this.key, url));
    return url;
  }

  forget(): void {
    this.address = null;
    this.write(() => localStorage.removeItem(this.key));
  }

  private read(): string | null {
    try {
      return localStorage.getItem(this.key);
    } catch {
      return null;
    }
  }

  private write(change: () => void): void {
    try {
      change();
    } catch {
      // Private windows may refuse; it then goes on as long as the page is open.
    }
  }
}
