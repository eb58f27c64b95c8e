/** `key`: by pressing 1. `pickup`: by picking up. Free of zod, for tables. */
export const answerWays = ["key", "pickup"] as const;
export type AnswerWay = (typeof answerWays)[number];

export const extensionKinds = ["person", "group"] as const;
export type ExtensionKind = (typeof extensionKinds)[number];

export const ringingWays = ["together", "in_order"] as const;
export type RingingWay = (typeof ringingWays)[number];
