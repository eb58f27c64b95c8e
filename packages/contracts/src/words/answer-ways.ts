/** How a telephone that rings for an extension takes the call: by pressing 1, or by picking up. Free of zod, so that tables know them as well. */
export const answerWays = ["key", "pickup"] as const;
export type AnswerWay = (typeof answerWays)[number];

/** What three keys reach: one person, or several who take calls together. */
export const extensionKinds = ["person", "group"] as const;
export type ExtensionKind = (typeof extensionKinds)[number];

/** How the members of a group ring: at once, or one after the other. */
export const ringingWays = ["together", "in_order"] as const;
export type RingingWay = (typeof ringingWays)[number];
