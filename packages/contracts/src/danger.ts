/** What danger somebody spoke or wrote of. */
export const dangers = [
	"self_harm",
	"violence",
	"break_in",
	"fire",
	"gas",
	"medical",
	"child_alone",
	/** The emergency services were asked for, without a word about why. */
	"unnamed",
] as const;
export type Danger = (typeof dangers)[number];
