/** A call in the control API; the fields of `timeline` entries depend on their kind. */
export interface CallView {
	sid: string;
	parentSid: string | null;
	from: string;
	to: string;
	direction: string;
	status: string;
	startedAt: string | null;
	answeredAt: string | null;
	endedAt: string | null;
	/** Network seconds, as in `GET /clock`. */
	answeredAtNetworkSeconds?: number | null;
	/** Network seconds; null until the end. */
	durationSeconds?: number | null;
	waitingFor: { kind: WaitKind; since: string } | null;
	heard: string[];
	legs: { sid: string; to: string; status: string }[];
	timeline: TimelineEntry[];
	webhooks: WebhookView[];
}

export type WaitKind = "digits" | "speech" | "digits speech" | "record" | "ring" | "queue";

export interface TimelineEntry {
	at: string;
	kind: string;
	[key: string]: unknown;
}

export interface WebhookView {
	url: string;
	status: number | null;
	[key: string]: unknown;
}

export interface AccountView {
	accountSid: string;
	authToken: string;
	publicUrl: string;
	numbers?: CompanyNumber[];
}

export interface CompanyNumber {
	phoneNumber: string;
	friendlyName: string;
}

export type OnCall = "ring" | "answer" | "busy" | "reject" | "unreachable";
