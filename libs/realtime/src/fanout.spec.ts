import type { Socket } from 'socket.io';
import { Fanout } from './fanout';

/** A websocket that takes everything at once; `work` is what a write costs. */
function idle(work: () => void = () => undefined): { socket: Socket; got: string[] } {
  const got: string[] = [];
  const sendFrame = ([frame]: Buffer[]) => {
    work();
    got.push(frame!.subarray(3).toString());
  };
  const websocket = { readyState: 1, bufferedAmount: 0, _sender: { sendFrame }, _socket: { writable: true } };
  const transport = { name: 'websocket', writable: true, perMessageDeflate: null, socket: websocket };
  const socket = { client: { conn: { readyState: 'open', writeBuffer: [], transport } } };
  return { socket: socket as unknown as Socket, got };
}

const spend = (milliseconds: number) => () => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

const turn = () => new Promise(setImmediate);

describe('Fanout', () => {
  const slowCrowd = () => Array.from({ length: 512 }, () => idle(spend(0.1)));

  it('serves a large audience in turns, and a small one in between', async () => {
    const fanout = new Fanout();
    const crowd = slowCrowd();
    const other = idle();
    fanout.send('a', sockets(crowd), true);
    expect(heard(crowd)).toBeLessThan(512);
    fanout.send('b', [other.socket], true);
    expect(other.got).toEqual(['b']);
    while (heard(crowd) < 512) await turn();
    fanout.close();
  });

  it('keeps the order for each socket, whatever the audiences share', async () => {
    const fanout = new Fanout();
    const crowd = slowCrowd();
    fanout.send('a', sockets(crowd), true);
    fanout.send('b', sockets(crowd.slice(-3)), true);
    fanout.send('c', sockets(crowd.toReversed()), true);
    fanout.send('d', sockets(crowd.slice(0, 1)), true);
    while (crowd.some(({ got }) => !got.includes('c')) || !crowd[0]!.got.includes('d')) await turn();
    expect(crowd[0]!.got).toEqual(['a', 'c', 'd']);
    expect(crowd[1]!.got).toEqual(['a', 'c']);
    expect(crowd.at(-1)!.got).toEqual(['a', 'b', 'c']);
    fanout.close();
  });

  it('sends at once all that waits when told to', () => {
    const fanout = new Fanout();
    const crowd = slowCrowd();
    fanout.send('a', sockets(crowd), true);
    fanout.flush();
    expect(heard(crowd)).toBe(512);
  });

  const sockets = (crowd: { socket: Socket }[]) => crowd.map(({ socket }) => socket);
  const heard = (crowd: { got: string[] }[]) => crowd.filter(({ got }) => got.length > 0).length;
});
