/** What the timeline of a contact is made of. At the same instant they stand in this order. Free of zod, so that the dashboard knows them as well. */
export const timelineKinds = ["message", "call", "voicemail", "campaign", "consent"] as const;
export type TimelineKind = (typeof timelineKinds)[number];
