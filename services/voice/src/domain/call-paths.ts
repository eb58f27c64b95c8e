/** Addresses of our own webhooks. All state of a call that they need travels in them, never in a query string. */
export const callPaths = {
	menuChoice: (attempt: number) => `/ivr/menu/${attempt}`,
	ringResult: (ext: string) => `/ivr/extension/${ext}/result`,
	voicemailFinished: (ext: string) => `/voicemail/${ext}/finished`,
	voicemailRecorded: (ext: string) => `/voicemail/${ext}/recorded`,
	voicemailTranscribed: (ext: string) => `/voicemail/${ext}/transcribed`,
};
