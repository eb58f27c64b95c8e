import { note } from "../timeline/timeline.ts";
import type { WebhookRequest } from "./request.ts";
import type { WebhookContext } from "./webhook-context.ts";

export interface LogEntry {
	request: WebhookRequest;
	/** As signed. Null when nothing was sent. */
	url: string | null;
	attempt: number;
	startedAt: number;
	status: number | null;
	error: string | null;
}

export interface WebhookView {
	at: string;
	kind: string;
	aboutSid: string | null;
	method: string;
	url: string;
	params: Record<string, string>;
	status: number | null;
	duration: number;
	attempt: number;
	error: string | null;
}

/** At least 500 are promised. */
const keptDeliveries = 1000;

export function logWebhook(ctx: WebhookContext, entry: LogEntry): void {
	const { request } = entry;
	const url = entry.url ?? request.url.split("#")[0] ?? "";
	const duration = Date.now() - entry.startedAt;
	ctx.sql.exec(
		`INSERT INTO webhooks (about_sid, at, kind, method, url, params, status, duration, attempt, error)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		request.aboutSid,
		entry.startedAt,
		request.kind,
		request.method,
		url,
		JSON.stringify(request.params),
		entry.status,
		duration,
		entry.attempt,
		entry.error,
	);
	ctx.sql.exec("DELETE FROM webhooks WHERE seq <= (SELECT max(seq) FROM webhooks) - ?", keptDeliveries);
	if (request.aboutSid) {
		const text = `${request.kind} ${request.method} ${url} → ${entry.status ?? entry.error} (${duration} ms)`;
		const { status, attempt, error } = entry;
		note(ctx, request.aboutSid, { kind: "webhook", text, detail: { url, status, duration, attempt, error } });
	}
}

/** Newest first; with a sid those about it, oldest first. */
export function listWebhooks(
	ctx: WebhookContext,
	filter: { limit: number } | { aboutSid: string },
): WebhookView[] {
	const rows =
		"limit" in filter
			? ctx.sql.exec<WebhookRow>("SELECT * FROM webhooks ORDER BY seq DESC LIMIT ?", filter.limit)
			: ctx.sql.exec<WebhookRow>("SELECT * FROM webhooks WHERE about_sid = ? ORDER BY seq", filter.aboutSid);
	return rows.toArray().map((row) => ({
		at: new Date(row.at).toISOString(),
		kind: row.kind,
		aboutSid: row.about_sid,
		method: row.method,
		url: row.url,
		params: JSON.parse(row.params) as Record<string, string>,
		status: row.status,
		duration: row.duration,
		attempt: row.attempt,
		error: row.error,
	}));
}

type WebhookRow = {
	at: number;
	kind: string;
	about_sid: string | null;
	method: string;
	url: string;
	params: string;
	status: number | null;
	duration: number;
	attempt: number;
	error: string | null;
};
