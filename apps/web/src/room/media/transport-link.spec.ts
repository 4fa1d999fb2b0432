import type { Device } from 'mediasoup-client/types';
import { EventEmitter } from 'node:events';
import { CallError } from '../session/call-error';
import type { Call } from '../session/connection';
import { TransportLink } from './transport-link';

/** As much of a transport as the link touches. */
class FakeTransport extends EventEmitter {
  id = 't1';
  closed = false;
  connectionState = 'connected';
  restartIce = jest.fn(async () => undefined);
  close = () => (this.closed = true);

  become(state: string): void {
    this.connectionState = state;
    this.emit('connectionstatechange', state);
  }
}

async function link(restart: () => Promise<unknown> = async () => ({ iceParameters: {} })) {
  const transport = new FakeTransport();
  const calls: string[] = [];
  const call = ((event: string) => {
    calls.push(event);
    return event === 'transport:create' ? Promise.resolve({ iceCandidates: [] }) : restart();
  }) as unknown as Call;
  const lost = jest.fn();
  const device = { recvRtpCapabilities: {}, createRecvTransport: () => transport } as unknown as Device;
  const opened = await TransportLink.open(device, 'receive', call, { state: () => undefined, lost });
  const restarts = () => calls.filter((event) => event === 'transport:restart-ice').length;
  return { transport, restarts, lost, opened };
}

describe('a transport’s health', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets a short loss mend itself', async () => {
    const { transport, restarts } = await link();
    transport.become('disconnected');
    await jest.advanceTimersByTimeAsync(1000);
    transport.become('connected');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(restarts()).toBe(0);
  });

  it('restarts ICE when the loss lasts, and at once when it has failed', async () => {
    const { transport, restarts } = await link();
    transport.become('disconnected');
    await jest.advanceTimersByTimeAsync(1600);
    expect([restarts(), transport.restartIce.mock.calls.length]).toEqual([1, 1]);
    transport.become('failed');
    await jest.advanceTimersByTimeAsync(0);
    expect(restarts()).toBe(2);
  });

  it('gives up after some tries, so that all is built anew', async () => {
    const { transport, restarts, lost } = await link();
    transport.become('failed');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(restarts()).toBe(4);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('gives up at once when the server does not know it any more', async () => {
    const { transport, lost } = await link(() => Promise.reject(new CallError('NOT_FOUND', 'Gone', false)));
    transport.become('failed');
    await jest.advanceTimersByTimeAsync(0);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('waits for the socket when that is away too', async () => {
    const { transport, lost, restarts } = await link(() => Promise.reject(CallError.offline()));
    transport.become('failed');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([lost.mock.calls.length, restarts()]).toEqual([0, 1]);
  });

  it('leaves no timer behind', async () => {
    const { transport, opened } = await link();
    transport.become('disconnected');
    opened.close();
    expect(jest.getTimerCount()).toBe(0);
    expect(transport.listenerCount('connectionstatechange')).toBe(0);
  });
});
