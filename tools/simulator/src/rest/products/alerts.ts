import { Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import type { Alert } from "../../registry/documents.ts";
import type { Filter } from "../../storage/collection.ts";
import { ResourceNotFound } from "../rest-error.ts";
import { isoDate } from "./iso-date.ts";
import { metaPage } from "./meta-page.ts";

/** https://www.twilio.com/docs/usage/monitor-alert */
export function alertRoutes(ctx: NetworkContext): Hono {
	const url = `${ctx.publicUrl}/simulator/v1/Alerts`;
	const view = (alert: Alert) => toAlertResource(ctx, alert, `${url}/${alert.sid}`);
	return new Hono()
		.get("/Alerts", (context) => {
			const filters = alertFilters(new URL(context.req.url).searchParams);
			return metaPage(context, { key: "alerts", url, collection: ctx.alerts, filters }, view);
		})
		.get("/Alerts/:sid", (context) => {
			const alert = ctx.alerts.find(context.req.param("sid"));
			if (!alert) throw new ResourceNotFound();
			return context.json(view(alert));
		});
}

function alertFilters(query: URLSearchParams): Filter[] {
	const filters: Filter[] = [];
	const level = query.get("LogLevel");
	if (level) filters.push(["doc ->> 'logLevel' = ?", level]);
	const start = Date.parse(query.get("StartDate") ?? "");
	const end = Date.parse(query.get("EndDate") ?? "");
	if (!Number.isNaN(start)) filters.push(["doc ->> 'createdAt' >= ?", start]);
	if (!Number.isNaN(end)) filters.push(["doc ->> 'createdAt' <= ?", end]);
	return filters;
}

function toAlertResource(ctx: NetworkContext, alert: Alert, url: string): Record<string, unknown> {
	const at = isoDate(alert.createdAt);
	return {
		sid: alert.sid,
		account_sid: ctx.account.sid,
		alert_text: alert.text,
		api_version: "2010-04-01",
		date_created: at,
		date_generated: at,
		date_updated: at,
		error_code: alert.errorCode,
		log_level: alert.logLevel,
		more_info: `https://www.twilio.com/docs/errors/${alert.errorCode}`,
		request_method: null,
		request_url: null,
		resource_sid: alert.resourceSid,
		service_sid: null,
		url,
	};
}
