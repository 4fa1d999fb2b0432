type Values = Readonly<Record<string, unknown>>;

export interface Address {
  method: string;
  url: string;
}

/** `'GET /api/webinars/:webinarId'` with its params and query → the method and the address to call. */
export function addressOf(key: string, params?: Values, query?: Values): Address {
  const [method = 'GET', path = '/'] = key.split(' ');
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(text(params?.[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) search.set(name, text(value));
  }
  return { method, url: search.size > 0 ? `${filled}?${search}` : filled };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
