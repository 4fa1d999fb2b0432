/**
 * Runs at most one task at a time and, if asked while one runs, one more afterwards: for bringing something in line with
 * a state that may change meanwhile. The task handles its own errors.
 */
export function serial(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      do {
        again = false;
        await task();
      } while (again);
    } finally {
      // In the same tick as the last look at `again`, so that no request falls in between.
      running = false;
    }
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}
