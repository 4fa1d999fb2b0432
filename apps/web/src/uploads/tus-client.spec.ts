import { type TusUpload, encodeMetadata, nextSize, uploadFile } from './tus-client';

/** A tus server in memory, with faults on order. */
class FakeServer {
  bytes = Buffer.alloc(0);
  readonly calls: string[] = [];
  created = 0;
  /** What becomes of the next requests: `cut` after so many bytes arrived, a status, or all is well. */
  faults: ({ cutAfter: number } | { status: number; code: string } | null)[] = [];

  constructor(private readonly size: number) {}

  readonly fetch = async (_: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const method = init?.method ?? 'GET';
    init?.signal?.throwIfAborted();
    this.calls.push(method);
    const headers = new Headers(init?.headers);
    expect(headers.get('tus-resumable')).toBe('1.0.0');
    if (method === 'POST') return this.create(headers);
    if (method === 'DELETE') return new Response(null, { status: 204 });
    if (method === 'HEAD') return this.answer(200);
    const fault = this.faults.shift();
    if (fault && 'status' in fault) return problem(fault.status, fault.code);
    const body = Buffer.from(await (init!.body as Blob).arrayBuffer());
    if (Number(headers.get('upload-offset')) !== this.bytes.length) return problem(409, 'CONFLICT');
    this.bytes = Buffer.concat([this.bytes, fault ? body.subarray(0, fault.cutAfter) : body]);
    if (fault) throw new TypeError('network error');
    return this.answer(204);
  };

  private create(headers: Headers): Response {
    this.created += 1;
    expect(headers.get('upload-length')).toBe(String(this.size));
    return new Response(null, { status: 201, headers: { location: '/api/uploads/u1' } });
  }

  private answer(status: number): Response {
    return new Response(null, { status, headers: { 'upload-offset': String(this.bytes.length) } });
  }
}

const problem = (status: number, code: string) =>
  new Response(JSON.stringify({ code, detail: 'No.', status, retryable: status >= 500 }), { status });

describe('uploadFile', () => {
  const content = Buffer.alloc(700_000, 'lectern');
  const realFetch = globalThis.fetch;
  let server: FakeServer;
  let seen: [number | null, boolean][];
  const stop = { controller: new AbortController() };

  beforeEach(() => {
    const kept = new Map<string, string>();
    Object.assign(globalThis, {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
    });
    server = new FakeServer(content.length);
    globalThis.fetch = server.fetch;
    seen = [];
    stop.controller = new AbortController();
  });
  afterAll(() => {
    globalThis.fetch = realFetch;
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  const upload = (): TusUpload => ({
    file: new File([content], 'Présentation.pdf', { lastModified: 1 }),
    kind: 'deck',
    target: 'w1',
    signal: stop.controller.signal,
    onProgress: (done, waiting) => seen.push([done, waiting]),
  });

  it('sends all of it, in chunks, and says how far it is', async () => {
    expect(await uploadFile(upload())).toBe('u1');
    expect(server.bytes.equals(content)).toBe(true);
    expect(server.calls.filter((call) => call === 'PATCH').length).toBeGreaterThan(1);
    expect(seen[0]).toEqual([0, false]);
    expect(seen.at(-1)).toEqual([1, false]);
  });

  it('goes on where the line was cut', async () => {
    server.faults = [null, { cutAfter: 1000 }];
    await uploadFile(upload());
    expect(server.bytes.equals(content)).toBe(true);
    expect(server.created).toBe(1);
    expect(seen).toContainEqual([null, true]);
  });

  it('waits for a server that restarts, and asks again how far it is after a conflict', async () => {
    server.faults = [
      { status: 503, code: 'DEPENDENCY_UNAVAILABLE' },
      { status: 409, code: 'CONFLICT' },
    ];
    await uploadFile(upload());
    expect(server.bytes.equals(content)).toBe(true);
  });

  it('ends when it is refused; a full disk may be tried again from there', async () => {
    server.faults = [null, { status: 507, code: 'STORAGE_FULL' }];
    await expect(uploadFile(upload())).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    await uploadFile(upload());
    expect(server.created).toBe(1);
    server.bytes = Buffer.alloc(0);
    server.faults = [{ status: 415, code: 'TYPE_UNSUPPORTED' }];
    await expect(uploadFile(upload())).rejects.toMatchObject({ code: 'TYPE_UNSUPPORTED', message: 'No.' });
  });

  it('is given up when it is cancelled', async () => {
    server.faults = [{ cutAfter: 0 }];
    const upload1 = upload();
    upload1.onProgress = (_, waiting) => waiting && stop.controller.abort(new Error('cancelled'));
    await expect(uploadFile(upload1)).rejects.toThrow('cancelled');
    expect(server.calls.at(-1)).toBe('DELETE');
  });
});

describe('chunks', () => {
  it.each([
    [256 * 1024, 100, 1024 * 1024],
    [256 * 1024, 3000, 256 * 1024],
    [256 * 1024, 60_000, 64 * 1024],
    [16 * 1024 * 1024, 10, 16 * 1024 * 1024],
  ])('of %i bytes that took %i ms are followed by one of %i', (bytes, ms, next) => {
    expect(nextSize(bytes, ms)).toBe(next);
  });

  it('have metadata in base64 of UTF-8', () => {
    expect(encodeMetadata({ kind: 'deck', filename: 'é' })).toBe('kind ZGVjaw==,filename w6k=');
  });
});
