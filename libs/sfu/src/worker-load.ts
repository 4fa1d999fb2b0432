import type { Router, Transport, Worker } from 'mediasoup/types';

/** What one media worker carries now. */
export interface Load {
  rooms: number;
  transports: number;
  producers: number;
  consumers: number;
}

interface Closing {
  once(event: 'close', listener: () => void): unknown;
}

/**
 * Counts what lives in a worker by mediasoup's observers: whatever way a thing ends, also with its worker, its count
 * goes down once.
 */
export function meterLoad(worker: Worker): Readonly<Load> {
  const load: Load = { rooms: 0, transports: 0, producers: 0, consumers: 0 };
  const count = (what: keyof Load, observer: Closing) => {
    load[what]++;
    observer.once('close', () => load[what]--);
  };
  const watchTransport = ({ observer }: Transport) => {
    count('transports', observer);
    observer.on('newproducer', (producer) => count('producers', producer.observer));
    observer.on('newconsumer', (consumer) => count('consumers', consumer.observer));
  };
  const watchRouter = ({ observer }: Router) => {
    count('rooms', observer);
    observer.on('newtransport', watchTransport);
  };
  worker.observer.on('newrouter', watchRouter);
  return load;
}
