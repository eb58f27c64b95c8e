/** What becomes of a blocked caller. Free of zod, so that forms know it as well. */
export const blockedThen = ["reject", "voicemail"] as const;
export type BlockedThen = (typeof blockedThen)[number];

export const blocklistLimits = { items: 1000 };
