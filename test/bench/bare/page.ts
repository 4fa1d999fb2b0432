import { Device } from 'mediasoup-client';
import type { ConsumerOptions, RtpCapabilities, Transport } from 'mediasoup-client/types';
import { io } from 'socket.io-client';
import { openBoth } from '../../../apps/web/src/room/media/capture';
import { sendingOf } from '../../../apps/web/src/room/media/profiles';
import type { BareCalls } from './protocol';

const socket = io({ transports: ['websocket'] });

async function call<Call extends keyof BareCalls>(
  name: Call,
  ...args: Parameters<BareCalls[Call]>
): Promise<ReturnType<BareCalls[Call]>> {
  return (await socket.emitWithAck(name, ...args)) as ReturnType<BareCalls[Call]>;
}

async function load(): Promise<Device> {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: (await call('capabilities')) as RtpCapabilities });
  return device;
}

function connects(transport: Transport): Transport {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    call('secure', transport.id, dtlsParameters).then(done, failed);
  });
  return transport;
}

async function send(): Promise<void> {
  const { audio, video } = await openBoth();
  const device = await load();
  const transport = connects(device.createSendTransport(await call('transport')));
  transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
    call('produce', transport.id, kind, rtpParameters).then((id) => done({ id }), failed);
  });
  for (const [source, track] of [['microphone', audio] as const, ['camera', video] as const])
    await transport.produce({ track, ...(await sendingOf(source, track, device, 'vp8')).profile });
}

async function watch(): Promise<void> {
  const device = await load();
  const transport = connects(device.createRecvTransport(await call('transport')));
  await Promise.all((['audio', 'video'] as const).map((kind) => receive(device, transport, kind)));
}

async function receive(device: Device, transport: Transport, kind: 'audio' | 'video'): Promise<void> {
  const options = await call('consume', transport.id, kind, device.recvRtpCapabilities);
  const consumer = await transport.consume(options as ConsumerOptions);
  const element = document.createElement(kind);
  element.autoplay = true;
  element.srcObject = new MediaStream([consumer.track]);
  document.body.append(element);
  await call('resume', consumer.id);
}

document
  .querySelector('button')!
  .addEventListener('click', () => void (location.pathname === '/send' ? send() : watch()));
socket.on('connect', () => document.body.setAttribute('data-ready', ''));
