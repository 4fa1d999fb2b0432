import type { Consumer, PipeTransport, Producer, Router } from 'mediasoup/types';
import { notFound } from '@lectern/kernel';
import { guard } from './errors';
import { LiveObject } from './live-object';
import type { SfuLogger } from './options';

/** Above the ports of the workers' WebRTC servers, as those of taps. */
const listenInfo = { protocol: 'udp', ip: '127.0.0.1', portRange: { min: 33_000, max: 59_999 } } as const;

/**
 * Carries tracks from one router to another, each with its id and all its layers. It ends with either router.
 * mediasoup's `pipeToRouter` leaves its `pause()` promises alone, which a dying worker makes unhandled rejections.
 */
export class Pipe extends LiveObject<{ closed: [] }> {
  private constructor(
    private readonly near: PipeTransport,
    private readonly far: PipeTransport,
    logger: SfuLogger,
  ) {
    super(logger);
    near.observer.once('close', () => this.close());
    far.observer.once('close', () => this.close());
  }

  /** @throws DomainError MEDIA_UNAVAILABLE */
  static async open(from: Router, to: Router, logger: SfuLogger): Promise<Pipe> {
    return guard('MEDIA_UNAVAILABLE', 'The media workers cannot be joined', async () => {
      const ends = await Promise.allSettled([from, to].map((router) => router.createPipeTransport({ listenInfo })));
      const open = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
      try {
        for (const end of ends) if (end.status === 'rejected') throw end.reason;
        const [near, far] = open as [PipeTransport, PipeTransport];
        await Promise.all([near.connect(addressOf(far)), far.connect(addressOf(near))]);
        if (near.closed || far.closed) throw new Error('one of them has ended');
        return new Pipe(near, far, logger);
      } catch (error) {
        for (const end of open) end.close();
        throw error;
      }
    });
  }

  /** @returns the track on the far router. @throws DomainError NOT_FOUND, MEDIA_UNAVAILABLE */
  carry(producer: Producer): Promise<Producer> {
    return guard('MEDIA_UNAVAILABLE', 'The track cannot be carried to this media worker', async () => {
      const consumer = await this.near.consume({ producerId: producer.id });
      try {
        return await this.copyOf(consumer);
      } catch (error) {
        consumer.close();
        throw error;
      }
    });
  }

  protected teardown(): void {
    this.near.close();
    this.far.close();
  }

  private async copyOf(consumer: Consumer): Promise<Producer> {
    const { producerId: id, kind, rtpParameters, producerPaused: paused } = consumer;
    const copy = await this.far.produce({ id, kind, rtpParameters, paused });
    if (consumer.closed || copy.closed) {
      copy.close();
      throw notFound('This track');
    }
    consumer.observer.once('close', () => copy.close());
    copy.observer.once('close', () => consumer.close());
    this.keepPausedAs(consumer, copy);
    return copy;
  }

  /** Muting may be quicker than the worker's answer: looked at again after each step. */
  private keepPausedAs(consumer: Consumer, copy: Producer): void {
    let busy = false;
    const follow = async () => {
      if (busy) return;
      busy = true;
      try {
        while (!copy.closed && copy.paused !== consumer.producerPaused)
          await (consumer.producerPaused ? copy.pause() : copy.resume());
      } catch (err) {
        if (!copy.closed) this.logger.warn({ err, producerId: copy.id }, 'A carried track was not paused or resumed.');
      } finally {
        busy = false;
      }
    };
    consumer.on('producerpause', () => void follow());
    consumer.on('producerresume', () => void follow());
    void follow();
  }
}

function addressOf({ tuple }: PipeTransport): { ip: string; port: number } {
  return { ip: tuple.localAddress, port: tuple.localPort };
}
