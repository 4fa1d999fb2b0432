/**
 * A websocket client that costs next to nothing, so that thousands fit into one process: it reads whole text frames,
 * answers engine.io's pings, and sends masked text.
 */
import { connect } from 'node:net';

const KEY = 'bGVjdGVybmJlbmNobWFyaw==';

/** Resolves once the server has switched protocols. */
export function openSocket(port, path, onText, onClose = () => undefined) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let rest = null;
    let upgraded = false;
    const send = (text) => socket.write(maskedFrame(text));
    socket.setNoDelay(true);
    socket.once('error', reject);
    socket.once('close', () => onClose());
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${KEY}\r\n\r\n`,
    );
    socket.on('data', (chunk) => {
      let data = rest ? Buffer.concat([rest, chunk]) : chunk;
      rest = null;
      if (!upgraded) {
        const end = data.indexOf('\r\n\r\n');
        if (end < 0) return void (rest = data);
        if (!data.toString('latin1', 0, 12).endsWith('101')) return reject(new Error(data.toString('latin1', 0, 200)));
        upgraded = true;
        data = data.subarray(end + 4);
        resolve({ send, end: () => socket.destroy(), closed: () => socket.destroyed });
      }
      rest = readFrames(data, (text) => (text.length === 1 && text[0] === 0x32 ? send('3') : onText(text, send)));
    });
  });
}

/** Hands over each complete frame's bytes. @returns what is left of an incomplete one */
function readFrames(data, onText) {
  let at = 0;
  while (data.length - at >= 2) {
    let size = data[at + 1] & 0x7f;
    let header = 2;
    if (size === 126) {
      if (data.length - at < 4) break;
      size = data.readUInt16BE(at + 2);
      header = 4;
    } else if (size === 127) {
      if (data.length - at < 10) break;
      size = Number(data.readBigUInt64BE(at + 2));
      header = 10;
    }
    if (data.length - at < header + size) break;
    if ((data[at] & 0x0f) === 1) onText(data.subarray(at + header, at + header + size));
    at += header + size;
  }
  return at < data.length ? data.subarray(at) : null;
}

// A mask of zeros leaves the text as it is.
function maskedFrame(text) {
  const body = Buffer.from(text);
  const header = body.length < 126 ? [0x81, 0x80 | body.length] : [0x81, 0xfe, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([...header, 0, 0, 0, 0]), body]);
}

/** A socket.io connection over a raw websocket: resolves when the namespace has let it in. */
export function openSocketIo(port, auth, onEvent, onClose) {
  return new Promise((resolve, reject) => {
    const onText = (text, send) => {
      if (text[0] === 0x30) return send(`40${auth ? JSON.stringify(auth) : ''}`);
      if (text[0] !== 0x34) return undefined;
      if (text[1] === 0x30) return resolve(connection);
      if (text[1] === 0x34) return reject(new Error(text.toString()));
      return onEvent(text);
    };
    let connection;
    openSocket(
      port,
      '/socket.io/?EIO=4&transport=websocket',
      (text, send) => {
        connection ??= { send };
        onText(text, send);
      },
      onClose,
    ).then((opened) => (connection = Object.assign(connection ?? {}, opened)), reject);
  });
}
