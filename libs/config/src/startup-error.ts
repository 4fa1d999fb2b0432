/** A reason not to start, in one sentence that says what to do. It is printed without a stack trace. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
