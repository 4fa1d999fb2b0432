import type { LoggerService } from '@nestjs/common';
import pino, { type Logger as Pino } from 'pino';

/** Fields that must never reach a log, wherever they stand in what is logged. */
const secrets = ['password', 'token', 'ticket', 'cookie', 'authorization', 'secret', 'text'];
const redact = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

export type Logger = Pino;

/**
 * The process's structured logger: JSON lines on standard output, or readable lines where that is a terminal.
 * @param name of the process, in every line
 */
export function createLogger(name: string, level: string, pretty = process.stdout.isTTY): Logger {
  return pino({
    name,
    level,
    redact: { paths: redact, censor: '…' },
    ...(pretty && {
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
    }),
  });
}

/** Nest's own messages, through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...context: unknown[]) {
    this.logger.debug({ context: context.at(-1) }, String(message));
  }
  warn(message: unknown, ...context: unknown[]) {
    this.logger.warn({ context: context.at(-1) }, String(message));
  }
  error(message: unknown, ...context: unknown[]) {
    this.logger.error({ context }, String(message));
  }
}

/** For injection. */
export const LOGGER = Symbol('Logger');
