import { CaptureHost } from './capture-host';
import { CaptureRequest, CHANNEL_DESCRIPTOR, type CaptureReply } from './capture-messages';
import { openLibc } from './libc';

/**
 * The capture process: receives RTP and writes it down, and does nothing else, so that a busy or dying server leaves
 * the files whole. It lives as long as its IPC channel.
 */
const reply = (message: CaptureReply) => {
  if (process.connected) process.send?.(message);
};
const host = new CaptureHost(reply, CHANNEL_DESCRIPTOR, openLibc());

process.on('message', (message) => {
  const request = CaptureRequest.safeParse(message);
  if (request.success) void host.handle(request.data);
  else console.error(`The capture process got a message that it does not know: ${request.error.message}`);
});

process.on('disconnect', () => {
  void host.close().finally(() => process.exit(0));
});

// Ctrl-C reaches the whole group of processes; the server decides when the recording ends, by closing the channel.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
