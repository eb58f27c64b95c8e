import { noteWarning } from "../timeline/timeline.ts";
import { deliver } from "./deliver.ts";
import type { HttpMethod, WebhookRequest } from "./request.ts";
import type { WebhookContext } from "./webhook-context.ts";

type OutboxRow = {
	seq: number;
	about_sid: string | null;
	kind: string;
	method: string;
	url: string;
	params: string;
	token: string;
};

/** Sends a callback whose answer is ignored. Stores it first, so that a restart does not lose it. */
export function postCallback(ctx: WebhookContext, request: WebhookRequest): void {
	const [row] = ctx.sql
		.exec<OutboxRow>(
			"INSERT INTO outbox (about_sid, kind, method, url, params, token) VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
			request.aboutSid,
			request.kind,
			request.method,
			request.url,
			JSON.stringify(request.params),
			crypto.randomUUID(),
		)
		.toArray();
	if (row) ctx.background(post(ctx, row));
}

export function resumeOutbox(ctx: WebhookContext): void {
	for (const row of ctx.sql.exec<OutboxRow>("SELECT * FROM outbox ORDER BY seq").toArray()) {
		ctx.background(post(ctx, row));
	}
}

async function post(ctx: WebhookContext, row: OutboxRow): Promise<void> {
	const request: WebhookRequest = {
		aboutSid: row.about_sid,
		kind: row.kind,
		method: row.method as HttpMethod,
		url: row.url,
		params: JSON.parse(row.params) as Record<string, string>,
	};
	const result = await deliver(ctx, request, row.token);
	ctx.sql.exec("DELETE FROM outbox WHERE seq = ?", row.seq);
	if (!request.aboutSid) return;
	if (!result.ok) noteWarning(ctx, request.aboutSid, result.code, `${row.kind} callback: ${result.reason}`);
	else if (result.status >= 400) {
		const code = request.aboutSid.startsWith("CA") ? 15003 : 11200;
		noteWarning(ctx, request.aboutSid, code, `${row.kind} callback was answered with ${result.status}`);
	}
}
