import { type Context, Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { isTollFree, type PhoneNumber } from "../numbers.ts";
import {
	type Alert,
	type Brand,
	brandStatuses,
	campaignStatuses,
	type MessagingService,
	verificationStatuses,
} from "../registry/documents.ts";
import {
	createService,
	deleteService,
	findCampaign,
	getBrand,
	moveNumber,
	setCampaign,
} from "../registry/services.ts";
import { findVerification, setVerification } from "../registry/verifications.ts";
import { raiseAlert } from "../timeline/raise-alert.ts";
import { type Body, number, oneOf, optionalText, readBody } from "./body.ts";
import { getNumber } from "./get-number.ts";
import { Problem } from "./problem.ts";
import { readAddress } from "./read-address.ts";

const errorCodeMax = 99_999;

const secondsAgoMax = 90 * 86_400;

const alertsShown = 1000;

export function registryRoutes(ctx: NetworkContext): Hono {
	return new Hono()
		.get("/services", (context) => {
			const items = ctx.services.list().map((service) => toServiceView(ctx, service));
			return context.json({ items });
		})
		.post("/services", async (context) => {
			const body = await readBody(context);
			const fields = readServiceFields(body);
			const numbers = readNumbers(ctx, body);
			const service = createService(ctx, {
				friendlyName: "Another service",
				useInboundWebhookOnNumber: true,
				...fields,
			});
			setCampaign(ctx, service.sid, readCampaignStatus(body, "VERIFIED"));
			for (const each of numbers ?? []) moveNumber(ctx, each, service.sid);
			return context.json(toServiceView(ctx, getService(ctx, service.sid)), 201);
		})
		.put("/services/:sid", async (context) => {
			const service = getService(ctx, context.req.param("sid"));
			const body = await readBody(context);
			const fields = readServiceFields(body);
			const numbers = readNumbers(ctx, body);
			const numberSids = numbers ? [] : service.numberSids;
			ctx.services.save({ ...service, ...fields, numberSids, updatedAt: Date.now() });
			if (body.campaignStatus !== undefined) setCampaign(ctx, service.sid, readCampaignStatus(body, null));
			for (const each of numbers ?? []) moveNumber(ctx, each, service.sid);
			return context.json(toServiceView(ctx, getService(ctx, service.sid)));
		})
		.delete("/services/:sid", (context) => {
			deleteService(ctx, getService(ctx, context.req.param("sid")).sid);
			return context.body(null, 204);
		})
		.get("/verifications/:number", (context) =>
			context.json(toVerificationView(ctx, readTollFree(ctx, context))),
		)
		.put("/verifications/:number", async (context) => {
			const tollFree = readTollFree(ctx, context);
			const body = await readBody(context);
			const status = body.status === null ? null : oneOf(body, "status", verificationStatuses);
			setVerification(ctx, tollFree, status, optionalText(body, "rejectionReason"));
			return context.json(toVerificationView(ctx, tollFree));
		})
		.get("/brand", (context) => context.json(toBrandView(getBrand(ctx))))
		.put("/brand", async (context) => {
			const body = await readBody(context);
			const status = oneOf(body, "status", brandStatuses);
			const failureReason = optionalText(body, "failureReason");
			const brand = { ...getBrand(ctx), status, failureReason, updatedAt: Date.now() };
			ctx.brands.save(brand);
			return context.json(toBrandView(brand));
		})
		.get("/alerts", (context) =>
			context.json({ items: ctx.alerts.page([], alertsShown, 0).map(toAlertView) }),
		)
		.post("/alerts", async (context) => {
			const body = await readBody(context);
			const levels = ["error", "warning", "notice", "debug"] as const;
			const secondsAgo = body.secondsAgo === undefined ? 0 : number(body, "secondsAgo", 0, secondsAgoMax);
			const alert = raiseAlert(ctx, {
				errorCode: String(number(body, "errorCode", 1, errorCodeMax)),
				logLevel: body.logLevel === undefined ? "error" : oneOf(body, "logLevel", levels),
				text: optionalText(body, "text") ?? "",
				resourceSid: null,
				createdAt: Date.now() - secondsAgo * 1000,
			});
			return context.json(toAlertView(alert), 201);
		})
		.delete("/alerts", (context) => {
			ctx.sql.exec("DELETE FROM alerts");
			return context.body(null, 204);
		});
}

function getService(ctx: NetworkContext, sid: string): MessagingService {
	const service = ctx.services.find(sid);
	if (!service) throw new Problem(404, `there is no Messaging Service ${sid}`);
	return service;
}

function readServiceFields(body: Body): Partial<MessagingService> {
	const fields: Partial<MessagingService> = {};
	const friendlyName = optionalText(body, "friendlyName");
	if (friendlyName !== null) fields.friendlyName = friendlyName;
	const isOnNumber = body.useInboundWebhookOnNumber;
	if (isOnNumber !== undefined) {
		if (typeof isOnNumber !== "boolean")
			throw new Problem(400, '"useInboundWebhookOnNumber" must be true or false');
		fields.useInboundWebhookOnNumber = isOnNumber;
	}
	if (body.inboundRequestUrl !== undefined) fields.inboundRequestUrl = readUrl(body, "inboundRequestUrl");
	if (body.fallbackUrl !== undefined) fields.fallbackUrl = readUrl(body, "fallbackUrl");
	return fields;
}

function readUrl(body: Body, name: string): string | null {
	const url = optionalText(body, name);
	if (url !== null && !URL.canParse(url)) throw new Problem(400, `"${name}" must be an address or null`);
	return url;
}

/** Null when the body names none: they stay. */
function readNumbers(ctx: NetworkContext, { numbers }: Body): PhoneNumber[] | null {
	if (numbers === undefined) return null;
	if (!Array.isArray(numbers)) throw new Problem(400, '"numbers" must be a list of numbers in E.164');
	return numbers.map((each) => getNumber(ctx, String(each)));
}

function readTollFree(ctx: NetworkContext, context: Context): PhoneNumber {
	const found = getNumber(ctx, readAddress(context.req.param("number") ?? ""));
	if (!isTollFree(found.phoneNumber)) throw new Problem(400, "only toll-free numbers are verified");
	return found;
}

function readCampaignStatus(
	body: Body,
	fallback: (typeof campaignStatuses)[number] | null,
): (typeof campaignStatuses)[number] | null {
	if (body.campaignStatus === undefined) return fallback;
	return body.campaignStatus === null ? null : oneOf(body, "campaignStatus", campaignStatuses);
}

function toServiceView(ctx: NetworkContext, service: MessagingService) {
	const { sid, friendlyName, useInboundWebhookOnNumber, inboundRequestUrl, fallbackUrl } = service;
	const numbers = service.numberSids.flatMap((each) => ctx.numbers.find(each)?.phoneNumber ?? []);
	const campaignStatus = findCampaign(ctx, sid)?.status ?? null;
	return {
		sid,
		friendlyName,
		useInboundWebhookOnNumber,
		inboundRequestUrl,
		fallbackUrl,
		numbers,
		campaignStatus,
	};
}

function toVerificationView(ctx: NetworkContext, tollFree: PhoneNumber) {
	const { status = null, rejectionReason = null } = findVerification(ctx, tollFree) ?? {};
	return { number: tollFree.phoneNumber, status, rejectionReason };
}

function toBrandView({ sid, status, failureReason }: Brand) {
	return { sid, status, failureReason };
}

function toAlertView({ sid, errorCode, logLevel, text, resourceSid, createdAt }: Alert) {
	return { sid, errorCode, logLevel, text, resourceSid, at: new Date(createdAt).toISOString() };
}
