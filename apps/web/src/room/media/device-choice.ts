export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput';
export type DeviceChoice = Partial<Record<DeviceKind, string>>;

const KEY = 'lectern.devices';

/** Which devices this browser used last. */
export function loadDeviceChoice(): DeviceChoice {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as DeviceChoice;
  } catch {
    return {};
  }
}

export function saveDeviceChoice(choice: DeviceChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Private windows may refuse; the choice then holds for this visit.
  }
}
