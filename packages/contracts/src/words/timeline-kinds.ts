/** At the same instant they stand in this order. Free of zod, for the dashboard. */
export const timelineKinds = ["message", "call", "voicemail", "campaign", "consent"] as const;
export type TimelineKind = (typeof timelineKinds)[number];
