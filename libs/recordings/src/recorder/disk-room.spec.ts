import type { Logger } from '@lectern/observability';
import type { RecordingFolders } from '../recording-folders';
import { DiskRoom } from './disk-room';

const MB = 1_000_000;

describe('DiskRoom', () => {
  let free: number | null;
  const logger = { warn: jest.fn() };
  const freeBytes = () => (free === null ? Promise.reject(new Error('no disk')) : Promise.resolve(free));
  const folders = { freeBytes } as Partial<RecordingFolders> as RecordingFolders;
  const room = new DiskRoom(folders, { recordingReserve: 100 * MB }, logger as unknown as Logger);

  it('lets a recording begin with twice the reserve, and refuses it with less', async () => {
    free = 201 * MB;
    await expect(room.check()).resolves.toBeUndefined();
    free = 200 * MB;
    await expect(room.check()).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  });

  describe('watching', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    it('tells once that no more than the reserve is left, whatever else goes wrong', async () => {
      const full = jest.fn();
      const end = room.watch(full);
      free = 101 * MB;
      await jest.advanceTimersByTimeAsync(1_000);
      free = null;
      await jest.advanceTimersByTimeAsync(1_000);
      expect([full.mock.calls.length, logger.warn.mock.calls.length]).toEqual([0, 1]);
      free = 100 * MB;
      await jest.advanceTimersByTimeAsync(3_000);
      expect(full).toHaveBeenCalledTimes(1);
      end();
    });

    it('ends when it is told to', async () => {
      free = 0;
      const full = jest.fn();
      room.watch(full)();
      await jest.advanceTimersByTimeAsync(3_000);
      expect(full).not.toHaveBeenCalled();
    });
  });
});
