interface Service {
  close(): Promise<void>;
}

/** Jest loads what starts and what stops services apart from each other; the global object is what they share. */
const shared: { lecternTestServices?: Service[] } = globalThis as object;

export const running: Service[] = (shared.lecternTestServices ??= []);
