/** What the control API tells about a call; `timeline` entries carry more than `at` and `kind`, by kind. */
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
	/** By the network's clock, which `GET /clock` tells. */
	answeredAtNetworkSeconds?: number | null;
	/** By the network's clock, null until the end. */
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

/** How a virtual phone behaves when it is called. */
export type OnCall = "ring" | "answer" | "busy" | "reject" | "unreachable";
