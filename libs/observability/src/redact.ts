/** Fields that must never reach a log, wherever they stand in what is logged. */
const SECRETS = new Set(['password', 'token', 'ticket', 'cookie', 'authorization', 'secret', 'text']);
const CENSOR = '…';
/** How far below its surface an object is looked through; nothing that is logged goes deeper. */
const DEPTH = 5;

/**
 * An object as it may be logged: itself where nothing in it is secret, else a copy. pino's own redaction copies all of it for
 * each line, which costs several times what writing the line does.
 */
export function redact<T extends object>(value: T, depth = DEPTH): T {
  let copy: Record<string, unknown> | undefined;
  for (const [key, member] of Object.entries(value)) {
    const shown = SECRETS.has(key) ? CENSOR : shownMember(member, depth);
    if (shown === member) continue;
    copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    copy[key] = shown;
  }
  return (copy as T | undefined) ?? value;
}

// Errors have a serializer of their own, after which they come by here.
function shownMember(member: unknown, depth: number): unknown {
  if (typeof member !== 'object' || member === null || member instanceof Error || depth === 0) return member;
  return redact(member, depth - 1);
}
