/** Where the services of this run listen. @throws Error when the spec's project does not start them */
export function services(): { postgres: string; redis: string; lecterns: string } {
  const { TEST_POSTGRES: postgres, TEST_REDIS: redis, TEST_LECTERNS: lecterns } = process.env;
  if (!postgres || !redis || !lecterns) throw new Error('No services run: see globalSetup in jest.config.cjs.');
  return { postgres, redis, lecterns };
}
