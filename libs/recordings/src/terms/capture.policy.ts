import {
  defaultRecordingChoices,
  type MediaSource,
  type RecordingChoices,
  type RecordingStanding,
  type Role,
} from '@lectern/contracts';

interface Sender extends RecordingStanding {
  role: Role;
}

const choiceOf: Record<MediaSource, keyof RecordingChoices> = {
  microphone: 'microphones',
  interpretation: 'microphones',
  camera: 'cameras',
  screen: 'screens',
  'screen-audio': 'screens',
};

/**
 * Whether a track is captured: of those who have agreed and have not asked to be left out, what the session's choices
 * name. The audience sends as guests alone.
 */
export function mayCapture(source: MediaSource, sender: Sender, choices = defaultRecordingChoices): boolean {
  if (!sender.consented || sender.leftOut) return false;
  if (sender.role === 'attendee' && !choices.guests) return false;
  return choices[choiceOf[source]];
}
