import type { Device } from 'mediasoup-client/types';
import { api } from '../../api/client';

type Capabilities = Record<string, unknown>;

let module: Promise<typeof import('mediasoup-client')> | undefined;
let preparing: Promise<void> | undefined;
let ahead: { capabilities: string; device: Device } | undefined;

/** Fetches the media code; asked for as soon as the room's page opens, long before anybody enters. */
function loadModule(): Promise<typeof import('mediasoup-client')> {
  module ??= import('mediasoup-client').catch((error: unknown) => {
    // A failed download may be tried again.
    module = undefined;
    throw error;
  });
  return module;
}

async function makeDevice(capabilities: Capabilities): Promise<Device> {
  const { Device } = await loadModule();
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: capabilities });
  return device;
}

/**
 * Makes a device for the rooms of this server before one is entered, so that the click need not pay for it: code, codecs,
 * and the page's first peer connection, which costs the browser 50 ms and more. What fails here is done on entering.
 */
export function prepareDevice(): Promise<void> {
  preparing ??= prepare().finally(() => (preparing = undefined));
  return preparing;
}

async function prepare(): Promise<void> {
  if (ahead) return;
  const [{ rtpCapabilities }] = await Promise.all([api('GET /api/media/capabilities'), loadModule()]);
  ahead = { capabilities: JSON.stringify(rtpCapabilities), device: await makeDevice(rtpCapabilities) };
}

/** The device made ahead, if it is ready. */
export const deviceAhead = (): Device | undefined => ahead?.device;

/** A device that knows what this browser and the room's router have in common. */
export async function loadDevice(capabilities: Capabilities): Promise<Device> {
  return ahead && fits(capabilities) ? ahead.device : makeDevice(capabilities);
}

/** Whether the device made ahead is one for these capabilities: servers of two versions may differ. */
export const fits = (capabilities: Capabilities): boolean => ahead?.capabilities === JSON.stringify(capabilities);
