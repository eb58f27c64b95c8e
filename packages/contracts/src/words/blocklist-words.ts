/** Free of zod, for forms. */
export const blockedThen = ["reject", "voicemail"] as const;
export type BlockedThen = (typeof blockedThen)[number];

export const blocklistLimits = { items: 1000 };
