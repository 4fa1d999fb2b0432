/** Names of the groups of sockets to which the server speaks. */
export const rooms = {
  /** Everyone in a webinar. */
  webinar: (webinarId: string) => `webinar:${webinarId}`,
  /** Those who moderate: they see what waits. */
  staff: (webinarId: string) => `webinar:${webinarId}:staff`,
  /** Those who may be on the stage or keep order: they meet before the doors open. */
  backstage: (webinarId: string) => `webinar:${webinarId}:backstage`,
  /** Those who do not moderate. */
  audience: (webinarId: string) => `webinar:${webinarId}:audience`,
  /** Those who have captions on. */
  captions: (webinarId: string) => `webinar:${webinarId}:captions`,
  /** All the connections of one person. */
  participant: (participantId: string) => `participant:${participantId}`,
};
