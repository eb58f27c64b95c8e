/** Where in a call the receptionist is. */
export interface ReceptionistPlace {
	attempt: number;
	turn: number;
	silences: number;
}

/** Addresses of our own webhooks. All state of a call that they need travels in them, never in a query string. */
export const callPaths = {
	menuChoice: (attempt: number) => `/ivr/menu/${attempt}`,
	/** `attempt` is that of the menu, `turn` the answer it waits for (from 1), `silences` how many came in a row. */
	receptionist: ({ attempt, turn, silences }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/${silences}`,
	receptionistRingResult: (ext: string, { attempt, turn }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/extension/${ext}/result`,
	receptionistUnanswered: (ext: string, { attempt, turn }: ReceptionistPlace) =>
		`/ivr/receptionist/${attempt}/${turn}/extension/${ext}/choice`,
	fallbackResult: "/ivr/fallback/result",
	fallbackRecorded: "/ivr/fallback/recorded",
	ringResult: (ext: string) => `/ivr/extension/${ext}/result`,
	voicemailFinished: (ext: string) => `/ivr/voicemail/${ext}/finished`,
	voicemailRecorded: (ext: string) => `/ivr/voicemail/${ext}/recorded`,
	voicemailTranscribed: (ext: string) => `/ivr/voicemail/${ext}/transcribed`,
};
