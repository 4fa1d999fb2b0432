import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Cable, ip, run } from './line';

export interface Weakness {
  /** Towards the browser. */
  kbps: number;
  /** Towards the browser, on top of what waits. */
  delayMs: number;
  /** Of all packets, in both directions; 0 to 1. */
  loss: number;
}

/** A cable that can be made weak, with a meter at the browser's end. */
export class WeakLine {
  private shaper: ChildProcess | undefined;

  private constructor(readonly cable: Cable) {}

  /** @throws Error that says what is missing */
  static lay(): WeakLine {
    try {
      return new WeakLine(new Cable());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const needs = 'Bandwidth is measured in a network namespace, which needs Linux, root and iproute2';
      throw new Error(`${needs}: ${reason}`, { cause: error });
    }
  }

  /** From now on all packets go through a program that slows, delays and loses them. */
  async weaken({ kbps, delayMs, loss }: Weakness): Promise<void> {
    const { router, net } = this.cable;
    const script = [join(__dirname, 'weak-line.py'), String(kbps), String(delayMs), String(loss), `${net}.6`];
    const shaper = spawn('nsenter', [`--net=/run/netns/${router}`, 'python3', ...script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.shaper = shaper;
    await once(shaper.stdout, 'data');
    ip(`-n ${router} link set weak up`);
    for (const name of ['all', 'weak', 'near', 'far'])
      run('nsenter', [`--net=/run/netns/${router}`, 'sysctl', '-qw', `net.ipv4.conf.${name}.rp_filter=0`]);
    ip(`-n ${router} route replace default dev weak table 100`);
    for (const name of ['near', 'far']) ip(`-n ${router} rule add iif ${name} lookup 100`);
  }

  /** Bytes over the browser's interface so far, in both directions, with all headers. */
  bytes(): number {
    const [link] = JSON.parse(run('ip', ['-n', this.cable.far, '-s', '-j', 'link', 'show', 'eth'])) as {
      stats64: { rx: { bytes: number }; tx: { bytes: number } };
    }[];
    return link!.stats64.rx.bytes + link!.stats64.tx.bytes;
  }

  /** What goes over the line in this time. @returns kbit/s */
  async rate(seconds: number): Promise<number> {
    const [bytes, from] = [this.bytes(), performance.now()];
    await new Promise((wake) => setTimeout(wake, seconds * 1000));
    return ((this.bytes() - bytes) * 8) / (performance.now() - from);
  }

  close(): void {
    this.shaper?.kill();
    this.cable.close();
  }
}
