import type { z } from 'zod';

const huge = 'x'.repeat(60_000);

/** Values that fit nearly nowhere. */
export const junkValues: unknown[] = [
  null,
  7,
  -1,
  1e300,
  true,
  '',
  ' \u0000\u202e ',
  huge,
  "' OR 1=1; DROP TABLE account; --",
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '\ud800',
  [],
  [[[[]]]],
  {},
  JSON.parse('{"__proto__":{"siteRole":"admin"},"constructor":{"prototype":{"polluted":true}}}'),
];

/** What is no object at all. */
export const junkWholes: unknown[] = [undefined, null, 7, 'text', true, [], [{}]];

/** Objects with junk in one field after the other, the rest missing; and with nothing but foreign keys. */
export function junkObjects(schema: z.ZodType | undefined): unknown[] {
  const fields = Object.keys((schema as { shape?: object } | undefined)?.shape ?? {});
  const byField = fields.flatMap((field) => junkValues.map((value) => ({ [field]: value })));
  return [{}, JSON.parse('{"__proto__":{"role":"host"},"toString":1,"$where":"1","a.b":2}') as unknown, ...byField];
}

/** The fields that a schema finds at fault; null when the input fits. */
export function faultsOf(schema: z.ZodType, input: unknown): string[] | null {
  const { error } = schema.safeParse(input);
  return error ? error.issues.slice(0, 20).map(({ path }) => path.join('.')) : null;
}
