/** One WebRTC transport of the server under test, with a real ICE, DTLS and SRTP stack at our end. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { WebRtcClient } = require('../../../libs/sfu/testing/webrtc-client.ts');

export function server(port) {
  return async (call, input = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: JSON.stringify({ call, input }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text);
  };
}

export function connect(call, address, direction, rtpParameters) {
  const peer = { connectTransport: (input) => call('connect', input) };
  return WebRtcClient.connect(peer, address, direction, 'video', rtpParameters);
}
