import { ntpToUnixMs } from './ntp';

describe('ntpToUnixMs', () => {
  it.each([
    [2_208_988_800, 0, 0],
    [2_208_988_801, 0x80000000, 1_500],
    [3_989_563_200, 0x40000000, Date.parse('2026-06-04T12:00:00.250Z')],
  ])('%i s and %i parts', (seconds, fraction, unixMs) => {
    expect(ntpToUnixMs(seconds, fraction)).toBeCloseTo(unixMs, 3);
  });
});
