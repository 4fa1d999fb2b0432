import { RecordingStatus } from '@lectern/contracts';
import { afterCommand, type RecordingCommand } from './recording.machine';

const table: Record<RecordingCommand, Partial<Record<RecordingStatus, RecordingStatus>>> = {
  stop: { recording: 'processing' },
  retry: { failed: 'processing', cancelled: 'processing' },
  rerun: { ready: 'processing', failed: 'processing', cancelled: 'processing' },
  revise: { processing: 'processing', ready: 'processing', failed: 'processing', cancelled: 'processing' },
  extra: { ready: 'processing' },
  leave: { processing: 'ready' },
  cancel: { processing: 'cancelled' },
  finish: { processing: 'ready' },
  fail: { processing: 'failed' },
};

describe('a recording', () => {
  for (const [command, allowed] of Object.entries(table) as [RecordingCommand, (typeof table)[RecordingCommand]][])
    it.each(RecordingStatus.options)(`${command} when %s`, (status) => {
      expect(afterCommand(status, command)).toBe(allowed[status] ?? null);
    });
});
