export const dangers = [
	"self_harm",
	"violence",
	"break_in",
	"fire",
	"gas",
	"medical",
	"child_alone",
	/** The emergency services were asked for, without a reason. */
	"unnamed",
] as const;
export type Danger = (typeof dangers)[number];

/** ISO 639-1. */
export type DangerLanguageCode = "en" | "es" | "fr" | "de" | "it" | "pt";

export interface RecognisedDanger {
	kind: Danger;
	language: DangerLanguageCode;
	isSure: boolean;
}
