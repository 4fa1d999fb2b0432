/** Opens devices with the constraints a webinar wants. All throw what the browser throws; see `problemOf`. */

const audioConstraints = (deviceId?: string): MediaTrackConstraints => ({
  ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
  channelCount: 1,
  sampleRate: 48_000,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
});

const videoConstraints = (deviceId?: string): MediaTrackConstraints => ({
  ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
});

/** Outside a secure context browsers hide the devices altogether. */
function devices(): MediaDevices {
  const found = navigator.mediaDevices as MediaDevices | undefined;
  if (!found) throw new DOMException('No media devices here', 'NotSupportedError');
  return found;
}

/** Calls `open` with the chosen device, and once more with any if that one is gone. */
async function orAny<T>(deviceId: string | undefined, open: (deviceId?: string) => Promise<T>): Promise<T> {
  try {
    return await open(deviceId);
  } catch (error) {
    const gone = error instanceof Error && (error.name === 'OverconstrainedError' || error.name === 'NotFoundError');
    if (!deviceId || !gone) throw error;
    return open();
  }
}

function only(track: MediaStreamTrack | undefined): MediaStreamTrack {
  if (!track) throw new DOMException('No track', 'NotFoundError');
  return track;
}

export function openMicrophone(deviceId?: string): Promise<MediaStreamTrack> {
  return orAny(deviceId, async (id) => {
    const stream = await devices().getUserMedia({ audio: audioConstraints(id) });
    return only(stream.getAudioTracks()[0]);
  });
}

export function openCamera(deviceId?: string): Promise<MediaStreamTrack> {
  return orAny(deviceId, async (id) => {
    const stream = await devices().getUserMedia({ video: videoConstraints(id) });
    const track = only(stream.getVideoTracks()[0]);
    track.contentHint = 'motion';
    return track;
  });
}

export async function openBoth(audioId?: string, videoId?: string) {
  const stream = await devices().getUserMedia({ audio: audioConstraints(audioId), video: videoConstraints(videoId) });
  const video = only(stream.getVideoTracks()[0]);
  video.contentHint = 'motion';
  return { audio: only(stream.getAudioTracks()[0]), video };
}

export interface ScreenTracks {
  video: MediaStreamTrack;
  audio: MediaStreamTrack | null;
}

export async function openScreen(): Promise<ScreenTracks> {
  const stream = await devices().getDisplayMedia({
    video: { frameRate: { ideal: 15, max: 30 } },
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  const video = only(stream.getVideoTracks()[0]);
  // Text must stay sharp: under a thin line drop frames, not detail.
  video.contentHint = 'detail';
  return { video, audio: stream.getAudioTracks()[0] ?? null };
}

export const canShareScreen = (): boolean =>
  typeof (navigator.mediaDevices as MediaDevices | undefined)?.getDisplayMedia === 'function';

export async function listDevices(): Promise<MediaDeviceInfo[]> {
  const found = navigator.mediaDevices as MediaDevices | undefined;
  return found ? found.enumerateDevices() : [];
}
