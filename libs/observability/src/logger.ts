import type { LoggerService } from '@nestjs/common';
import pino, { type Logger as Pino, type LoggerOptions } from 'pino';
import { redact } from './redact';

export type Logger = Pino;

/**
 * Lines are written together: to write one costs more than what it tells of. They wait for so many bytes or milliseconds,
 * but for errors and for the process's end.
 */
const batches = { sync: false, minLength: 4096, periodicFlush: 100 };

const redaction: LoggerOptions = {
  formatters: { log: redact },
  serializers: { err: (error: Error) => redact(pino.stdSerializers.err(error)) },
};

/**
 * The process's structured logger: JSON lines on standard output, or readable lines where that is a terminal.
 * @param name of the process, in every line
 * @param to a file's path instead of standard output
 */
export function createLogger(name: string, level: string, pretty = process.stdout.isTTY, to?: string): Logger {
  const options: LoggerOptions = { name, level, ...redaction };
  if (!pretty) return redactBindings(batchedLogger(options, to ?? process.stdout.fd));
  const readable = { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' };
  return redactBindings(pino({ ...options, transport: { target: 'pino-pretty', options: readable } }));
}

/** What its children are bound to, too: pino has no formatter for that. */
function redactBindings(logger: Logger): Logger {
  const bindChild: (this: Logger, bindings: object, options?: object) => Logger = Reflect.get(logger, 'child');
  // A child's own children come by here as well: they inherit it.
  const child = function (this: Logger, bindings: object, options?: object): Logger {
    return bindChild.call(this, redact(bindings), options);
  };
  return Object.assign(logger, { child });
}

function batchedLogger(options: LoggerOptions, dest: string | number): Logger {
  const destination = pino.destination({ ...batches, dest });
  const hooks: LoggerOptions['hooks'] = {
    logMethod(args, method, level) {
      method.apply(this, args);
      if (level >= pino.levels.values.error!) destination.flush();
    },
  };
  return pino({ ...options, hooks }, destination);
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
