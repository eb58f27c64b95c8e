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

/** Languages that danger is recognised in, ISO 639-1. */
export type DangerLanguageCode = "en" | "es" | "fr" | "de" | "it" | "pt";

export interface RecognisedDanger {
	kind: Danger;
	/** The language it was told in. */
	language: DangerLanguageCode;
	/** False: the words could mean something else to a company that deals in them. */
	isSure: boolean;
}
