import type { Endpoint } from "./endpoint.ts";

/** What needs attention, today and the last seven days. What the scopes do not allow is absent. */
export interface Dashboard {
	date: string;
	timeZone: string;
	today: {
		calls?: number;
		answered?: number;
		missed?: number;
		voicemails?: number;
		textsReceived?: number;
		textsSent?: number;
	};
	now: { callsInProgress?: number; campaignsSending?: number };
	waiting: {
		conversations?: number;
		voicemailsUnheard?: number;
		extensionsFailed?: number;
		campaignsPaused?: number;
		recordingsFailed?: number;
		/** By the latest check with the carrier; null before the first. */
		numbersInTrouble?: number | null;
	};
	/** The last seven, oldest first. */
	days: { date: string; calls?: number; missed?: number; textsReceived?: number; textsSent?: number }[];
}

export type Period = "7d" | "30d" | "90d";

interface CallNumbers {
	total: number;
	answered: number;
	voicemail: number;
	informed: number;
	blocked: number;
	failed: number;
	abandoned: number;
	talkSeconds: number;
}

export interface CallAnalytics {
	period: Period;
	timeZone: string;
	from: string;
	to: string;
	days: (CallNumbers & { date: string })[];
	/** Monday first; the local hour in which calls began. */
	hours: number[][];
	extensions: {
		extension: string;
		/** Null when nobody is known who has or had the keys. */
		name: string | null;
		total: number;
		answered: number;
		voicemail: number;
		abandoned: number;
		talkSeconds: number;
	}[];
	receptionist: { calls: number; transferred: number; voicemail: number; informed: number; menu: number };
	totals: CallNumbers;
	previous: CallNumbers;
}

interface TextNumbers {
	received: number;
	sent: number;
	delivered: number;
	undelivered: number;
	failed: number;
	refused: number;
	byAssistant: number;
	byPeople: number;
	byCampaigns: number;
	bySystem: number;
	optOuts: number;
	optIns: number;
}

export interface TextAnalytics {
	period: Period;
	timeZone: string;
	from: string;
	to: string;
	days: (TextNumbers & { date: string })[];
	responses: {
		within1Minute: number;
		within5Minutes: number;
		within1Hour: number;
		later: number;
		never: number;
	};
	totals: TextNumbers;
	previous: TextNumbers;
}

export type AnalyticsApi = {
	"/api/dashboard": { $get: Endpoint<Dashboard> };
	"/api/analytics/calls": { $get: Endpoint<CallAnalytics, { query: { period: Period } }> };
	"/api/analytics/sms": { $get: Endpoint<TextAnalytics, { query: { period: Period } }> };
};
