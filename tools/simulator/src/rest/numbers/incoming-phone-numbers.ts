import { type Context, Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import { capabilitiesOf, isTollFree, type PhoneNumber } from "../../numbers.ts";
import { forgetRegistration } from "../../registry/registration.ts";
import type { Filter } from "../../storage/collection.ts";
import { rfc2822 } from "../dates.ts";
import { readForm } from "../form.ts";
import { listPage } from "../list-page.ts";
import { ResourceNotFound } from "../rest-error.ts";
import { buyNumber } from "./buy-number.ts";
import { applyNumberForm } from "./number-form.ts";

const root = "/IncomingPhoneNumbers";

export function incomingPhoneNumberRoutes(ctx: NetworkContext): Hono {
	const uri = `/2010-04-01/Accounts/${ctx.account.sid}${root}`;
	const view = (number: PhoneNumber) => toNumberResource(ctx, number);
	const list = (context: Context, path: string, kind: PhoneNumber["kind"] | null) => {
		const filters = readFilters(new URL(context.req.url).searchParams, kind);
		const page = {
			key: "incoming_phone_numbers",
			uri: `${uri}${path}.json`,
			collection: ctx.numbers,
			filters,
		};
		return listPage(context, page, view);
	};
	const buy = async (context: Context, kind: PhoneNumber["kind"] | null) => {
		const number = buyNumber(ctx, await readForm(context), kind);
		return context.json(view(number), 201);
	};
	return new Hono()
		.get(root, (context) => list(context, "", null))
		.get(`${root}/Local`, (context) => list(context, "/Local", "local"))
		.get(`${root}/TollFree`, (context) => list(context, "/TollFree", "toll-free"))
		.get(`${root}/Mobile`, (context) => list(context, "/Mobile", null))
		.post(root, (context) => buy(context, null))
		.post(`${root}/Local`, (context) => buy(context, "local"))
		.post(`${root}/TollFree`, (context) => buy(context, "toll-free"))
		.get(`${root}/:sid`, (context) => context.json(view(getNumber(ctx, context.req.param("sid")))))
		.post(`${root}/:sid`, async (context) => {
			const number = getNumber(ctx, context.req.param("sid"));
			const changed = applyNumberForm(number, await readForm(context));
			ctx.numbers.save(changed);
			return context.json(view(changed));
		})
		.delete(`${root}/:sid`, (context) => {
			const number = getNumber(ctx, context.req.param("sid"));
			forgetRegistration(ctx, number);
			ctx.numbers.delete(number.sid);
			return context.body(null, 204);
		});
}

function readFilters(query: URLSearchParams, kind: PhoneNumber["kind"] | null): Filter[] {
	const filters: Filter[] = [];
	const wanted = query.get("PhoneNumber");
	const friendlyName = query.get("FriendlyName");
	const origin = query.get("Origin");
	if (wanted)
		filters.push([
			"doc ->> 'phoneNumber' GLOB ?",
			`*${wanted.replace(/[^\d*+]/g, "").replaceAll("*", "?")}*`,
		]);
	if (friendlyName) filters.push(["doc ->> 'friendlyName' = ?", friendlyName]);
	if (kind) filters.push(["doc ->> 'kind' = ?", kind]);
	if (origin && origin !== "twilio") filters.push(["0"]);
	if (query.get("Beta") === "true") filters.push(["0"]);
	return filters;
}

function getNumber(ctx: NetworkContext, sid: string): PhoneNumber {
	const number = ctx.numbers.find(sid);
	if (!number) throw new ResourceNotFound();
	return number;
}

function toNumberResource(ctx: NetworkContext, number: PhoneNumber): Record<string, unknown> {
	const uri = `/2010-04-01/Accounts/${ctx.account.sid}${root}/${number.sid}`;
	return {
		sid: number.sid,
		account_sid: ctx.account.sid,
		phone_number: number.phoneNumber,
		friendly_name: number.friendlyName,
		api_version: "2010-04-01",
		type: isTollFree(number.phoneNumber) ? "toll-free" : "local",
		status: "in-use",
		origin: "twilio",
		beta: false,
		address_requirements: "none",
		capabilities: { ...capabilitiesOf(number), fax: false },
		voice_url: number.voiceUrl,
		voice_method: number.voiceMethod,
		voice_fallback_url: number.voiceFallbackUrl,
		voice_fallback_method: number.voiceFallbackMethod,
		voice_caller_id_lookup: number.voiceCallerIdLookup,
		voice_application_sid: number.voiceApplicationSid || null,
		voice_receive_mode: "voice",
		status_callback: number.statusCallback,
		status_callback_method: number.statusCallbackMethod,
		sms_url: number.smsUrl,
		sms_method: number.smsMethod,
		sms_fallback_url: number.smsFallbackUrl,
		sms_fallback_method: number.smsFallbackMethod,
		sms_application_sid: number.smsApplicationSid,
		trunk_sid: number.trunkSid || null,
		address_sid: number.addressSid || null,
		identity_sid: number.identitySid || null,
		bundle_sid: number.bundleSid || null,
		emergency_address_sid: number.emergencyAddressSid || null,
		emergency_address_status: number.emergencyAddressSid ? "registered" : "unregistered",
		emergency_status: "Active",
		date_created: rfc2822(number.createdAt),
		date_updated: rfc2822(number.updatedAt),
		uri: `${uri}.json`,
		subresource_uris: { assigned_add_ons: `${uri}/AssignedAddOns.json` },
	};
}
