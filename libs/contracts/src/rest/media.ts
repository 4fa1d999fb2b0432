import { z } from 'zod';
import { RtpCapabilities } from '../events/media';
import { endpoint } from './endpoint';

export const mediaEndpoints = {
  'GET /api/media/capabilities': endpoint({
    summary: 'What every room here routes (mediasoup RTP capabilities), so that a device is ready before it enters.',
    access: 'public',
    response: z.object({ rtpCapabilities: RtpCapabilities }),
  }),
} as const;
