import { z } from 'zod';

/** Opens the socket once, within so many seconds. */
export const SocketTicket = z
  .object({ ticket: z.string(), seconds: z.number().int().positive() })
  .meta({ id: 'SocketTicket' });
export type SocketTicket = z.infer<typeof SocketTicket>;
