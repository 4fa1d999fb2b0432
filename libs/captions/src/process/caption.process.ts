import { setPriority } from 'node:os';
import { CaptionHost } from './caption-host';
import { type CaptionReply, CaptionRequest } from './caption-messages';

/**
 * The caption process: decodes and recognises, so that neither is done where sockets and media are served. It gives way
 * to them on the processor, and lives as long as its IPC channel.
 */
setPriority(10);

const host = new CaptionHost((reply: CaptionReply) => {
  if (process.connected) process.send?.(reply);
});

process.on('message', (message) => {
  const request = CaptionRequest.safeParse(message);
  if (request.success) void host.handle(request.data);
  else console.error(`The caption process got a message that it does not know: ${request.error.message}`);
});

process.on('disconnect', () => {
  void host.close().finally(() => process.exit(0));
});

// Ctrl-C reaches the whole group of processes; the server decides when this one ends, by closing the channel.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
