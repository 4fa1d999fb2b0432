/** Seconds from the NTP era's start (1900) to 1970. */
const unixEpochInNtp = 2_208_988_800;

/** Milliseconds since 1970 of an NTP timestamp (RFC 3550 §4), with fractions. */
export function ntpToUnixMs(seconds: number, fraction: number): number {
  return (seconds - unixEpochInNtp) * 1_000 + (fraction / 2 ** 32) * 1_000;
}
