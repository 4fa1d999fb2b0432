import { join } from 'node:path';
import { CaptureClient } from '../src/capture/capture-client';

/** A capture process that runs the sources as they are. */
export function startCapture(): Promise<CaptureClient> {
  return CaptureClient.start({
    entry: join(__dirname, '../src/capture/capture.process.ts'),
    execArgv: ['--require', join(__dirname, '../../../tools/lib/sources.cjs')],
  });
}
