import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { Ext } from "@cloudpbx/contracts/extensions/ext";
import {
	AdoptedNumber,
	AvailableNumber,
	BuyNumber,
	LabelNumber,
	NumberTrouble,
	PhoneNumber,
	SearchNumbers,
} from "@cloudpbx/contracts/extensions/numbers";
import { Version } from "@cloudpbx/contracts/version";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { NumberField } from "../../domain/numbers/number-field.ts";
import { findExtensionId } from "../../operations/extensions/find-extension-id.ts";
import {
	adoptNumber,
	assignNumber,
	buyNumber,
	labelNumber,
	releaseNumber,
	repairNumber,
} from "../../operations/numbers/change-number.ts";
import { checkNumbers, latestCheck } from "../../operations/numbers/check-numbers.ts";
import { findNumber, listNumbers } from "../../operations/numbers/list-numbers.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, pageOfQuery, readFrom } from "../request.ts";

const tags = ["Numbers"];
const Shown = PhoneNumber.meta({ id: "PhoneNumber" });
const Adopted = AdoptedNumber.meta({ id: "AdoptedNumber" });

const version = Version.optional();
const AssignNumber = z.union([
	z.strictObject({ extensionId: z.string().min(1).max(100).nullable(), version }),
	z.strictObject({ ext: Ext.nullable(), version }),
]);

const weekSeconds = 7 * 24 * 3600;
const HealthQuery = z.object({
	maxAgeSeconds: z.coerce
		.number()
		.int()
		.min(0)
		.max(weekSeconds)
		.optional()
		.meta({ description: "Accepts a comparison of this age. Without it the carrier is asked." }),
});
const NumbersHealth = pageOf(NumberTrouble).extend({
	checkedAt: z.iso.datetime().meta({ description: "When the comparison began." }),
});

export const numbers = createApi()
	.openapi(
		guardedRoute("numbers:read", {
			method: "get",
			path: "/api/numbers",
			tags,
			summary: "List the company's numbers",
			request: { query: PageQuery },
			responses: { 200: jsonAnswer(pageOf(Shown), "In numerical order.") },
		}),
		async (c) => {
			const page = pageOfQuery(c.req.valid("query"), "string");
			return c.json(await listNumbers(contextOf(c), page), 200);
		},
	)
	.openapi(
		guardedRoute("numbers:write", {
			method: "post",
			path: "/api/numbers",
			tags,
			summary: "Buy a number",
			description:
				"Local or toll-free, for example for the main line. The number plays the menu until it is assigned.",
			request: { body: jsonBody(BuyNumber) },
			responses: { 201: jsonAnswer(Shown, "Bought and configured.") },
		}),
		async (c) => c.json(unwrap(await buyNumber(contextOf(c), c.req.valid("json"))), 201),
	)
	.openapi(
		guardedRoute("numbers:read", {
			method: "get",
			path: "/api/numbers/available",
			tags,
			summary: "Search numbers that could be bought",
			request: { query: SearchNumbers },
			responses: { 200: jsonAnswer(pageOf(AvailableNumber), "The carrier's present offer.") },
		}),
		async (c) => {
			const search = c.env.PROVISIONING.searchAvailableNumbers(c.req.valid("query"));
			const items = await readFrom("provisioning", search);
			return c.json({ items, nextCursor: null }, 200);
		},
	)
	.openapi(
		guardedRoute(
			"numbers:read",
			{
				method: "get",
				path: "/api/numbers/health",
				tags,
				summary: "List numbers in trouble",
				description:
					"Compares the carrier's numbers with the stored ones. `maxAgeSeconds` accepts an earlier comparison of at most this age. Numbers repaired since then are not listed.",
				request: { query: HealthQuery },
				responses: { 200: jsonAnswer(NumbersHealth, "Only numbers in trouble.") },
			},
			{ alongside: latestCheck },
		),
		async (c) => {
			const { maxAgeSeconds } = c.req.valid("query");
			const check = checkNumbers(contextOf(c), latestCheck.of(c), maxAgeSeconds);
			const { checkedAt, troubles } = unwrap(await check);
			return c.json({ items: troubles, nextCursor: null, checkedAt }, 200);
		},
	)
	.openapi(
		guardedRoute("numbers:write", {
			method: "post",
			path: "/api/numbers/adopt",
			tags,
			summary: "Take up a number that the carrier account already has",
			description:
				"A number that takes only calls or only texts is adopted with a `warning`, which the number check keeps. A number that takes neither is refused.",
			request: { body: jsonBody(z.object({ number: NumberField })) },
			responses: { 201: jsonAnswer(Adopted, "Configured and stored.") },
		}),
		async (c) => c.json(unwrap(await adoptNumber(contextOf(c), c.req.valid("json"))), 201),
	)
	.openapi(
		guardedRoute("numbers:read", {
			method: "get",
			path: "/api/numbers/{id}",
			tags,
			summary: "Get a number",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Shown, "The number.") },
		}),
		async (c) => c.json(unwrap(await findNumber(contextOf(c), c.req.valid("param").id)), 200),
	)
	.openapi(
		guardedRoute("numbers:write", {
			method: "put",
			path: "/api/numbers/{id}",
			tags,
			summary: "Label a number",
			description:
				"A label for people of the company, such as `Sales line`. Null removes it. An old `version` is refused (409), with both values.",
			request: { params: IdParam, body: jsonBody(LabelNumber, Shown) },
			responses: { 200: jsonAnswer(Shown, "As it is now.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const labelled = labelNumber(contextOf(c), id, c.req.valid("json"));
			return c.json(unwrap(await labelled), 200);
		},
	)
	.openapi(
		guardedRoute("numbers:write", {
			method: "post",
			path: "/api/numbers/{id}/assign",
			tags,
			summary: "Choose what a number does",
			description:
				"The number rings the extension, given by its id or its keys (`ext`). Null plays the company's menu. An old `version` is refused (409), with both values.",
			request: { params: IdParam, body: jsonBody(AssignNumber) },
			responses: { 200: jsonAnswer(Shown, "As it is now.") },
		}),
		async (c) => {
			const ctx = contextOf(c);
			const body = c.req.valid("json");
			const extensionId = "ext" in body ? unwrap(await findExtensionId(ctx, body.ext)) : body.extensionId;
			const { id } = c.req.valid("param");
			const wish = { extensionId, version: body.version };
			return c.json(unwrap(await assignNumber(ctx, id, wish)), 200);
		},
	)
	.openapi(
		guardedRoute("numbers:write", {
			method: "post",
			path: "/api/numbers/{id}/repair",
			tags,
			summary: "Repair a number in trouble",
			description: "Adopts a stray, points a drifted one here, buys a missing one back.",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Adopted, "In use again.") },
		}),
		async (c) => c.json(unwrap(await repairNumber(contextOf(c), c.req.valid("param").id)), 200),
	)
	.openapi(
		guardedRoute("numbers:write", {
			method: "delete",
			path: "/api/numbers/{id}",
			tags,
			summary: "Give a number back to the carrier",
			description: "Permanent: the carrier may give the number to somebody else.",
			request: { params: IdParam },
			responses: { 204: { description: "Given back." } },
		}),
		async (c) => {
			unwrap(await releaseNumber(contextOf(c), c.req.valid("param").id));
			return c.body(null, 204);
		},
	);
