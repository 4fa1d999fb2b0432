/** The environment of a process that this one starts: its own, and what only the child needs. */
export const childEnvironment = (more: Record<string, string>): NodeJS.ProcessEnv => ({ ...process.env, ...more });
