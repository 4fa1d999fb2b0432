import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { descriptorOf, takeDatagrams } from './datagrams';

describe('datagrams read from the descriptor', () => {
  let socket: Socket;
  let sender: Socket;
  beforeEach(async () => {
    [socket, sender] = [createSocket('udp4'), createSocket('udp4')];
    await Promise.all([socket, sender].map((one) => once(one.bind(0, '127.0.0.1'), 'listening')));
  });
  afterEach(() => [socket, sender].forEach((one) => one.close()));

  const taken = (of: Socket) => {
    const packets: string[] = [];
    const place = { memory: Buffer.alloc(0xffff), at: 4 };
    const take = (length: number) => packets.push(place.memory.toString('latin1', 4, 4 + length));
    takeDatagrams(descriptorOf(of.address().port)!, () => place, take);
    return packets;
  };

  it('takes all that waits, in order and each apart, an empty one too', async () => {
    sender.connect(socket.address().port, '127.0.0.1');
    await once(sender, 'connect');
    // What is sent on the loopback is there at once: no turn of the event loop comes in between.
    for (const text of ['one', '', 'two', 'x'.repeat(60_000)]) sender.send(text);
    expect(taken(socket)).toEqual(['one', '', 'two', 'x'.repeat(60_000)]);
    expect(taken(socket)).toEqual([]);
  });

  it('knows no socket of a port on which none listens', () => {
    const { port } = socket.address();
    expect(descriptorOf(port)).not.toBe(descriptorOf(sender.address().port));
    socket.close();
    expect(descriptorOf(port)).toBeNull();
    socket = createSocket('udp4');
  });

  it('does not take a failure for emptiness', () => {
    expect(() =>
      takeDatagrams(
        -1,
        () => ({ memory: Buffer.alloc(9), at: 0 }),
        () => undefined,
      ),
    ).toThrow();
  });
});
