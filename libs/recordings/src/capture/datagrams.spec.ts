import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { BATCH, descriptorOf, Inbox } from './datagrams';
import { openLibc } from './libc';

describe('datagrams read from the descriptor', () => {
  let socket: Socket;
  let sender: Socket;
  beforeEach(async () => {
    [socket, sender] = [createSocket('udp4'), createSocket('udp4')];
    await Promise.all([socket, sender].map((one) => once(one.bind(0, '127.0.0.1'), 'listening')));
  });
  afterEach(() => [socket, sender].forEach((one) => one.close()));

  const inbox = new Inbox(openLibc()!);
  const taken = (of: Socket) => {
    const count = inbox.receive(descriptorOf(of.address().port)!);
    return Array.from({ length: count }, (_, slot) => {
      const start = inbox.start(slot);
      return inbox.memory.toString('latin1', start, start + inbox.length(slot));
    });
  };

  it('takes all that waits, in order and each apart, an empty one too', async () => {
    sender.connect(socket.address().port, '127.0.0.1');
    await once(sender, 'connect');
    // What is sent on the loopback is there at once: no turn of the event loop comes in between.
    const largest = 'x'.repeat(65_507);
    for (const text of ['one', '', 'two', largest, 'three']) sender.send(text);
    expect(taken(socket)).toEqual(['one', '', 'two', largest, 'three']);
    expect(taken(socket)).toEqual([]);
  });

  it('knows no socket of a port on which none listens', () => {
    const { port } = socket.address();
    expect(descriptorOf(port)).not.toBe(descriptorOf(sender.address().port));
    socket.close();
    expect(descriptorOf(port)).toBeNull();
    socket = createSocket('udp4');
  });

  it('leaves what is more than one call takes for the next', async () => {
    sender.connect(socket.address().port, '127.0.0.1');
    await once(sender, 'connect');
    const sent = Array.from({ length: BATCH + 1 }, (_, index) => String(index));
    for (const text of sent) sender.send(text);
    expect([...taken(socket), '|', ...taken(socket)]).toEqual([...sent.slice(0, BATCH), '|', String(BATCH)]);
  });

  it('does not take a failure for emptiness', () => {
    expect(() => inbox.receive(-1)).toThrow(/error 9/);
  });
});
