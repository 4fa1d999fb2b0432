import type { MediaOffer, ProducerInfo } from '@lectern/contracts';
import { Offers } from './offers';
import type { TransportLink } from './transport-link';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function offers(consume: (options: { id: string; streamId: string }) => Promise<unknown>) {
  const link = { transport: { consume } } as unknown as TransportLink;
  const offer = (n: number) => ({ consumerId: `c${n}`, producerId: `p${n}`, kind: 'video', rtpParameters: {} });
  const producers = [1, 2].map((n) => ({ producerId: `p${n}`, peerId: `peer${n}`, source: 'camera' }));
  const given = [offer(1), offer(2), offer(3)] as unknown as MediaOffer['consumers'];
  return new Offers(link, given, producers as unknown as ProducerInfo[]);
}

describe('consumers that come with the join', () => {
  it('are received at once, each in the stream of its person', () => {
    const asked: string[] = [];
    offers(({ id, streamId }) => {
      asked.push(`${id} ${streamId}`);
      return Promise.resolve({});
    });
    expect(asked).toEqual(['c1 peer1:person', 'c2 peer2:person']);
  });

  it('are taken once', async () => {
    const all = offers(({ id }) => Promise.resolve({ id }));
    expect(await all.take('p1')).toEqual({ id: 'c1' });
    expect(all.take('p1')).toBeUndefined();
    expect(all.take('unknown')).toBeUndefined();
  });

  it('are asked for in the ordinary way when they come to nothing', async () => {
    const all = offers(() => Promise.reject(new Error('no such codec')));
    expect(await all.take('p1')).toBeNull();
  });

  it('close when the server closes them before they are taken', async () => {
    const close = jest.fn();
    const all = offers(({ id }) => Promise.resolve({ id, close }));
    all.drop('c2');
    await settle();
    expect(close).toHaveBeenCalledTimes(1);
    expect(all.take('p2')).toBeUndefined();
  });
});
