import { z } from 'zod';

/** How questions are taken in one webinar; its hosts decide. */
export const QaSettings = z
  .object({
    /** A question waits for a moderator; else everyone sees it at once. */
    moderated: z.boolean(),
    /** People may ask without their name. */
    anonymous: z.boolean(),
    /** Who asks without a name is hidden from moderators too. It holds for what is asked from then on. */
    anonymousToStaff: z.boolean(),
    /** Who may take questions up and answer them. */
    answerers: z.enum(['staff', 'presenters']),
    /** Questions of one person that are neither answered nor set aside. Staff have no limit. */
    mostOpen: z.number().int().min(1).max(100),
    upvoting: z.boolean(),
  })
  .meta({ id: 'QaSettings' });
export type QaSettings = z.infer<typeof QaSettings>;

/** Only what is to be changed. */
export const QaSettingsChange = QaSettings.partial();
export type QaSettingsChange = z.infer<typeof QaSettingsChange>;

/** As long as the hosts have not said otherwise. */
export const defaultQaSettings: QaSettings = {
  moderated: true,
  anonymous: true,
  anonymousToStaff: true,
  answerers: 'presenters',
  mostOpen: 10,
  upvoting: true,
};
