import { CallError } from '../session/call-error';
import type { Call } from '../session/connection';
import { RemoteTrack } from './remote-track';
import type { TransportLink } from './transport-link';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function remote(answers: Record<string, () => Promise<unknown>> = {}) {
  const calls: string[] = [];
  const shown: (string | null)[] = [];
  const call = ((event: string, input: { spatialLayer?: number }) => {
    calls.push(input.spatialLayer === undefined ? event : `${event} ${input.spatialLayer}`);
    return answers[event]?.() ?? Promise.resolve({ consumerId: 'c1', kind: 'video', rtpParameters: {} });
  }) as unknown as Call;
  const consume = async () => ({ id: 'c1', track: 'track', close: () => undefined });
  const link = Promise.resolve({ transport: { id: 't', consume } } as unknown as TransportLink);
  const track = new RemoteTrack(
    { producerId: 'p', peerId: 'peer', source: 'camera' },
    { call, link, changed: (_, value) => shown.push(value as string | null) },
  );
  return { track, calls, shown };
}

describe('a track of somebody else', () => {
  it('costs nothing until it is wanted', async () => {
    const { track, calls } = remote();
    track.want(false, null);
    await settle();
    expect(calls).toEqual([]);
  });

  it('is shown before it flows, in the layer of its tile', async () => {
    const { track, calls, shown } = remote();
    track.want(true, 1);
    await settle();
    expect(calls).toEqual(['consumer:create', 'consumer:layers 1', 'consumer:resume']);
    expect(shown).toEqual(['track']);
  });

  it('tells each change once', async () => {
    const { track, calls } = remote();
    track.want(true, 1);
    await settle();
    track.want(true, 1);
    track.want(true, 2);
    track.want(false, null);
    await settle();
    expect(calls.slice(3)).toEqual(['consumer:pause']);
  });

  it('tells what it could not tell while the connection was away', async () => {
    let offline = true;
    const { track, calls } = remote({
      'consumer:resume': () => (offline ? Promise.reject(CallError.offline()) : Promise.resolve({})),
    });
    track.want(true, null);
    await settle();
    offline = false;
    track.nudge();
    await settle();
    expect(calls).toEqual(['consumer:create', 'consumer:resume', 'consumer:resume']);
  });

  it('goes out of sight when it is closed', async () => {
    const { track, shown } = remote();
    track.want(true, null);
    await settle();
    track.close();
    expect(shown).toEqual(['track', null]);
  });
});
