import { Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import type { PhoneNumber } from "../../numbers.ts";
import type { MessagingService } from "../../registry/documents.ts";
import {
	createService,
	deleteService,
	findCampaign,
	findServiceOf,
	moveNumber,
} from "../../registry/services.ts";
import { readForm, readMethod, readUrl } from "../form.ts";
import { ResourceNotFound, RestError } from "../rest-error.ts";
import { isoDate } from "./iso-date.ts";
import { metaPage } from "./meta-page.ts";

/** https://www.twilio.com/docs/messaging/api/service-resource */
export function messagingServiceRoutes(ctx: NetworkContext): Hono {
	const root = `${ctx.publicUrl}/simulator/v1/Services`;
	const view = (service: MessagingService) => toServiceResource(ctx, service, `${root}/${service.sid}`);
	return new Hono()
		.get("/Services", (context) =>
			metaPage(context, { key: "services", url: root, collection: ctx.services }, view),
		)
		.post("/Services", async (context) => {
			const form = await readForm(context);
			const friendlyName = form.get("FriendlyName");
			if (!friendlyName) throw new RestError(400, 20001, "Missing required parameter FriendlyName");
			return context.json(view(createService(ctx, { friendlyName, ...readServiceForm(form) })), 201);
		})
		.get("/Services/:sid", (context) => context.json(view(getService(ctx, context.req.param("sid")))))
		.post("/Services/:sid", async (context) => {
			const service = getService(ctx, context.req.param("sid"));
			const changed = { ...service, ...readServiceForm(await readForm(context)), updatedAt: Date.now() };
			ctx.services.save(changed);
			return context.json(view(changed));
		})
		.delete("/Services/:sid", (context) => {
			deleteService(ctx, getService(ctx, context.req.param("sid")).sid);
			return context.body(null, 204);
		})
		.get("/Services/:sid/PhoneNumbers", (context) => {
			const service = getService(ctx, context.req.param("sid"));
			const url = `${root}/${service.sid}/PhoneNumbers`;
			const sids = JSON.stringify(service.numberSids);
			const list = { key: "phone_numbers", url, collection: ctx.numbers };
			const isInService = "sid IN (SELECT value FROM json_each(?))";
			return metaPage(context, { ...list, filters: [[isInService, sids]] }, (number) =>
				toNumberResource(ctx, service, number, `${url}/${number.sid}`),
			);
		})
		.post("/Services/:sid/PhoneNumbers", async (context) => {
			const service = getService(ctx, context.req.param("sid"));
			const number = ctx.numbers.find((await readForm(context)).get("PhoneNumberSid") ?? "");
			if (!number) throw new RestError(404, 20404, "The requested phone number was not found");
			if (findServiceOf(ctx, number))
				throw new RestError(
					409,
					21712,
					"Phone Number or Short Code is associated with another Messaging Service",
				);
			moveNumber(ctx, number, service.sid);
			const url = `${root}/${service.sid}/PhoneNumbers/${number.sid}`;
			return context.json(toNumberResource(ctx, service, number, url), 201);
		})
		.delete("/Services/:sid/PhoneNumbers/:numberSid", (context) => {
			const service = getService(ctx, context.req.param("sid"));
			const number = ctx.numbers.find(context.req.param("numberSid"));
			if (!number || !service.numberSids.includes(number.sid)) throw new ResourceNotFound();
			moveNumber(ctx, number, null);
			return context.body(null, 204);
		});
}

function getService(ctx: NetworkContext, sid: string): MessagingService {
	const service = ctx.services.find(sid);
	if (!service) throw new ResourceNotFound();
	return service;
}

function readServiceForm(form: URLSearchParams): Partial<MessagingService> {
	const changed: Partial<MessagingService> = {};
	const name = form.get("FriendlyName");
	if (name) changed.friendlyName = name;
	if (form.has("UseInboundWebhookOnNumber"))
		changed.useInboundWebhookOnNumber = form.get("UseInboundWebhookOnNumber") === "true";
	if (form.has("InboundRequestUrl")) changed.inboundRequestUrl = readUrl(form, "InboundRequestUrl") || null;
	if (form.has("InboundMethod")) changed.inboundMethod = readMethod(form, "InboundMethod");
	if (form.has("FallbackUrl")) changed.fallbackUrl = readUrl(form, "FallbackUrl") || null;
	if (form.has("FallbackMethod")) changed.fallbackMethod = readMethod(form, "FallbackMethod");
	if (form.has("StatusCallback")) changed.statusCallback = readUrl(form, "StatusCallback") || null;
	return changed;
}

function toServiceResource(
	ctx: NetworkContext,
	service: MessagingService,
	url: string,
): Record<string, unknown> {
	return {
		sid: service.sid,
		account_sid: ctx.account.sid,
		friendly_name: service.friendlyName,
		date_created: isoDate(service.createdAt),
		date_updated: isoDate(service.updatedAt),
		inbound_request_url: service.inboundRequestUrl,
		inbound_method: service.inboundMethod,
		fallback_url: service.fallbackUrl,
		fallback_method: service.fallbackMethod,
		status_callback: service.statusCallback,
		sticky_sender: true,
		mms_converter: true,
		smart_encoding: false,
		scan_message_content: "inherit",
		fallback_to_long_code: false,
		area_code_geomatch: true,
		synchronous_validation: false,
		validity_period: 36_000,
		usecase: "undeclared",
		us_app_to_person_registered: findCampaign(ctx, service.sid)?.status === "VERIFIED",
		use_inbound_webhook_on_number: service.useInboundWebhookOnNumber,
		url,
		links: {
			phone_numbers: `${url}/PhoneNumbers`,
			us_app_to_person: `${url}/Compliance/Usa2p`,
		},
	};
}

function toNumberResource(
	ctx: NetworkContext,
	service: MessagingService,
	number: PhoneNumber,
	url: string,
): Record<string, unknown> {
	return {
		sid: number.sid,
		account_sid: ctx.account.sid,
		service_sid: service.sid,
		date_created: isoDate(service.createdAt),
		date_updated: isoDate(service.updatedAt),
		phone_number: number.phoneNumber,
		country_code: "US",
		capabilities: ["MMS", "SMS", "Voice"],
		url,
	};
}
