/** Who speaks, decided from two observers: one names the dominant voice, the other says who can be heard at all. */
export interface SpeakerState {
  /** The peer shown as speaking. */
  speaker: string | null;
  /** The peer last named dominant; it may have fallen silent since. */
  dominant: string | null;
  /** Who was heard in the last window, the loudest first. */
  audible: readonly string[];
  /** Windows in a row in which somebody was heard, but not the speaker. */
  missed: number;
}

export type SpeakerInput =
  | { type: 'dominant'; peerId: string }
  | { type: 'audible'; peerIds: readonly string[] }
  | { type: 'quiet' }
  | { type: 'left'; peerId: string };

export const nobodySpeaks: SpeakerState = { speaker: null, dominant: null, audible: [], missed: 0 };

/** A breath is about this many windows: a speaker who draws one is not replaced by a cough of someone else. */
const windowsForgiven = 1;

/** The next state; pure. */
export function nextSpeaker(state: SpeakerState, input: SpeakerInput): SpeakerState {
  switch (input.type) {
    case 'dominant':
      return onDominant(state, input.peerId);
    case 'audible':
      return onAudible({ ...state, audible: input.peerIds });
    case 'quiet':
      return { ...state, speaker: null, audible: [], missed: 0 };
    case 'left':
      return onLeft(state, input.peerId);
  }
}

function onDominant(state: SpeakerState, peerId: string): SpeakerState {
  // The observer names the only microphone of a room dominant even when it is silent.
  const speaks = state.audible.includes(peerId);
  return { ...state, dominant: peerId, ...(speaks && { speaker: peerId, missed: 0 }) };
}

function onAudible(state: SpeakerState): SpeakerState {
  const { speaker, dominant, audible, missed } = state;
  if (dominant !== null && audible.includes(dominant)) return { ...state, speaker: dominant, missed: 0 };
  if (speaker !== null && audible.includes(speaker)) return { ...state, missed: 0 };
  if (speaker !== null && missed < windowsForgiven) return { ...state, missed: missed + 1 };
  return { ...state, speaker: audible[0] ?? null, missed: 0 };
}

function onLeft(state: SpeakerState, peerId: string): SpeakerState {
  const audible = state.audible.filter((id) => id !== peerId);
  const dominant = state.dominant === peerId ? null : state.dominant;
  const speaker = state.speaker === peerId ? (audible[0] ?? null) : state.speaker;
  return { speaker, dominant, audible, missed: 0 };
}
