import { SherpaHost } from './sherpa-host';
import { SherpaRequest } from './sherpa-messages';

/**
 * The process in which sherpa-onnx runs. On a broken model its library ends the process that it is in, and a streaming
 * recogniser holds the thread that calls it: here neither does harm. It lives as long as its IPC channel.
 */
const host = new SherpaHost();

process.on('message', (message) => {
  const request = SherpaRequest.safeParse(message);
  if (request.success) process.send?.(host.handle(request.data));
  else console.error(`The speech process got a message that it does not know: ${request.error.message}`);
});

process.on('disconnect', () => process.exit(0));

// Ctrl-C reaches the whole group of processes; the owner decides when this one ends, by closing the channel.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
