/** Where in a call the receptionist is. */
export interface ReceptionistPlace {
	attempt: number;
	turn: number;
	silences: number;
	/** What the caller has been spoken with so far, ISO 639-1; absent before the first word. It is in the turns, not in the path. */
	language?: string;
}

/** Addresses of our own webhooks. All state of a call that they need travels in them, never in a query string. */
export const callPaths = {
	menuChoice: (attempt: number) => `/ivr/menu/${attempt}`,
	/** More keys for a choice of which these were pressed. */
	menuMoreKeys: (attempt: number, typed: string) => `/ivr/menu/${attempt}/keys/${typed}`,
	/** `attempt` is that of the menu, `turn` the answer it waits for (from 1), `silences` how many came in a row. */
	receptionist: ({ attempt, turn, silences }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/${silences}`,
	receptionistMoreKeys: ({ attempt, turn, silences }: ReceptionistPlace, typed: string) =>
		`/ivr/receptionist/${attempt}/${turn}/${silences}/keys/${typed}`,
	receptionistRingResult: (ext: string, { attempt, turn }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/extension/${ext}/result`,
	receptionistUnanswered: (ext: string, { attempt, turn }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/extension/${ext}/choice`,
	fallbackResult: "/ivr/fallback/result",
	fallbackRecorded: "/ivr/fallback/recorded",
	ringResult: (ext: string) => `/ivr/extension/${ext}/result`,
	/** `box` is an extension or the company's own; `language` what the caller hears and speaks. */
	voicemailFinished: (box: string, language: string) =>
		language === "en" ? `/ivr/voicemail/${box}/finished` : `/ivr/voicemail/${box}/${language}/finished`,
	voicemailRecorded: (box: string) => `/ivr/voicemail/${box}/recorded`,
	voicemailTranscribed: (box: string) => `/ivr/voicemail/${box}/transcribed`,
};

/** The box for messages to nobody in particular. */
export const companyBox = "company";
