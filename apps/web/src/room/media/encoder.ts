import type { VideoCodec } from '@lectern/contracts';
import type { Device, RtpCodecCapability } from 'mediasoup-client/types';
import { mayEncode } from './encoder-choice';
import { scalableEncoding, type ScalableProfile } from './scalable';

/** What a video is sent with. */
export interface Encoder {
  codec: VideoCodec;
  capability: RtpCodecCapability | undefined;
}

/** The wanted codec, where this browser can send it in these layers without labour; VP8 otherwise, which all can. */
export async function encoderFor(device: Device, wanted: VideoCodec, profile: ScalableProfile): Promise<Encoder> {
  const capability = wanted === 'vp8' ? undefined : capabilityOf(device, wanted);
  const able = capability !== undefined && (await encodesInLayers(wanted, capability.mimeType, profile));
  return able ? { codec: wanted, capability } : { codec: 'vp8', capability: capabilityOf(device, 'vp8') };
}

const capabilityOf = ({ sendRtpCapabilities: { codecs = [] } }: Device, codec: VideoCodec) =>
  codecs.find(({ mimeType }) => mimeType.toLowerCase() === `video/${codec}`);

async function encodesInLayers(codec: VideoCodec, contentType: string, profile: ScalableProfile): Promise<boolean> {
  const { scalabilityMode, maxBitrate = 0 } = scalableEncoding(profile);
  const video = { contentType, width: 1280, height: 720, framerate: 30, bitrate: maxBitrate, scalabilityMode };
  const { mediaCapabilities } = navigator as { mediaCapabilities?: MediaCapabilities };
  if (!mediaCapabilities || !keepsMode(scalabilityMode)) return false;
  const info = await mediaCapabilities.encodingInfo({ type: 'webrtc', video }).catch(() => null);
  return info !== null && mayEncode(codec, info, thisMachine());
}

function thisMachine() {
  const { userAgentData, hardwareConcurrency: cores } = navigator as Navigator & {
    userAgentData?: { mobile: boolean };
  };
  return { cores, mobile: userAgentData?.mobile ?? matchMedia('(pointer: coarse)').matches };
}

/** A browser that does not know the field drops it, and would send one layer under the name of three. */
function keepsMode(scalabilityMode: string): boolean {
  const connection = new RTCPeerConnection();
  try {
    const { sender } = connection.addTransceiver('video', {
      sendEncodings: [{ scalabilityMode } as RTCRtpEncodingParameters],
    });
    const [encoding] = sender.getParameters().encodings as { scalabilityMode?: string }[];
    return encoding?.scalabilityMode === scalabilityMode;
  } catch {
    // Modes that no codec of the browser has are refused by an error.
    return false;
  } finally {
    connection.close();
  }
}
