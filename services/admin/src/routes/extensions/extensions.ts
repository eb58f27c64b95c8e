import { GreetingPin, GreetingPinState } from "@cloudpbx/contracts/api/greeting-pin";
import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import {
	CreateExtension,
	Extension,
	extensionStatuses,
	tooManyPhones,
	UpdateExtension,
} from "@cloudpbx/contracts/extensions/extensions";
import { greetingLimits, phonesMax } from "@cloudpbx/contracts/words/extension-limits";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { ForwardField, PhoneField } from "../../domain/numbers/number-field.ts";
import {
	createExtension,
	deactivateExtension,
	retryExtension,
	updateExtension,
} from "../../operations/extensions/change-extension.ts";
import {
	findGreetingKey,
	recordGreeting,
	removeGreeting,
} from "../../operations/extensions/change-greeting.ts";
import { changeGreetingPin, findGreetingPin } from "../../operations/extensions/change-greeting-pin.ts";
import { findExtension, listExtensions } from "../../operations/extensions/list-extensions.ts";
import { unwrap, unwrapBody } from "../../refusal-error.ts";
import { audio, heardAudio, respondWithGreeting } from "../office/greeting-audio.ts";
import { contextOf, IdParam, pageOfQuery } from "../request.ts";

const tags = ["Extensions"];
const phones = {
	forwardTo: ForwardField.optional(),
	alsoRing: z
		.array(PhoneField)
		.max(phonesMax - 1, tooManyPhones)
		.optional(),
};
const Shown = Extension.meta({ id: "Extension" });

export const extensions = createApi()
	.openapi(
		guardedRoute("extensions:read", {
			method: "get",
			path: "/api/extensions",
			tags,
			summary: "List extensions",
			description:
				"People and groups, by their keys. Deactivated ones only with `status=inactive`. `members` of a group are the keys that they have now.",
			request: { query: PageQuery.extend({ status: z.enum(extensionStatuses).optional() }) },
			responses: { 200: jsonAnswer(pageOf(Shown), "One page.") },
		}),
		async (c) => {
			const query = c.req.valid("query");
			const page = pageOfQuery(query, "string");
			return c.json(await listExtensions(contextOf(c), query.status, page), 200);
		},
	)
	.openapi(
		guardedRoute("extensions:write", {
			method: "post",
			path: "/api/extensions",
			tags,
			summary: "Create an extension",
			description:
				"A person, or with `kind` `group` several people who take calls together. Answers at once. A number is bought in the background; then `status` becomes `active`, or `failed` with a `reason`. A group has `members` and no telephone or e-mail address of its own. At most ten telephones ring at once.",
			request: { body: jsonBody(CreateExtension.safeExtend(phones)) },
			responses: { 202: jsonAnswer(Shown, "Its number follows.") },
		}),
		async (c) => c.json(unwrapBody(await createExtension(contextOf(c), c.req.valid("json"))), 202),
	)
	.openapi(
		guardedRoute("extensions:read", {
			method: "get",
			path: "/api/extensions/{id}",
			tags,
			summary: "Get an extension",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Shown, "The extension.") },
		}),
		async (c) => c.json(unwrap(await findExtension(contextOf(c), c.req.valid("param").id)), 200),
	)
	.openapi(
		guardedRoute("extensions:write", {
			method: "put",
			path: "/api/extensions/{id}",
			tags,
			summary: "Change an extension",
			description:
				"Takes the whole object of GET, or only the changes. `kind` cannot change. An old `version` is refused (409), with both values. A telephone that is one too many for a group of the person is refused, and the answer names the group.",
			request: { params: IdParam, body: jsonBody(UpdateExtension.extend(phones), Shown) },
			responses: { 200: jsonAnswer(Shown, "As it is now.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const patch = c.req.valid("json");
			return c.json(unwrapBody(await updateExtension(contextOf(c), id, patch)), 200);
		},
	)
	.openapi(
		guardedRoute(
			"extensions:write",
			{
				method: "put",
				path: "/api/extensions/{id}/greeting/audio",
				tags,
				summary: "Record a greeting",
				description:
					"Callers hear it before they leave a message, instead of the text `greeting`. The body is an MP3 or WAV file of at most 2 MB and 60 seconds. The format is read from the content; name and type are ignored. If the file cannot be played, callers hear the text.",
				request: { params: IdParam, body: { required: true, content: audio } },
				responses: { 200: jsonAnswer(Shown, "With `greetingAudio`.") },
			},
			{ bodyBytesMax: greetingLimits.bytes },
		),
		async (c) => {
			const recording = new Uint8Array(await c.req.raw.arrayBuffer());
			return c.json(unwrap(await recordGreeting(contextOf(c), c.req.valid("param").id, recording)), 200);
		},
	)
	.openapi(
		guardedRoute("extensions:read", {
			method: "get",
			path: "/api/extensions/{id}/greeting/audio",
			tags,
			summary: "Hear a recorded greeting",
			request: { params: IdParam },
			responses: heardAudio,
		}),
		async (c) => {
			const key = unwrap(await findGreetingKey(contextOf(c), c.req.valid("param").id));
			return respondWithGreeting(c, key);
		},
	)
	.openapi(
		guardedRoute("extensions:write", {
			method: "delete",
			path: "/api/extensions/{id}/greeting/audio",
			tags,
			summary: "Remove a recorded greeting",
			description: "Callers hear the text `greeting` again, or the product's own words.",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(Shown, "Without `greetingAudio`.") },
		}),
		async (c) => c.json(unwrap(await removeGreeting(contextOf(c), c.req.valid("param").id)), 200),
	)
	.openapi(
		guardedRoute("extensions:read", {
			method: "get",
			path: "/api/extensions/{id}/greeting/pin",
			tags,
			summary: "See whether a greeting can be recorded by telephone",
			request: { params: IdParam },
			responses: {
				200: jsonAnswer(GreetingPinState, "Whether there is a PIN. The PIN itself is never shown."),
			},
		}),
		async (c) => c.json(unwrap(await findGreetingPin(contextOf(c), c.req.valid("param").id)), 200),
	)
	.openapi(
		guardedRoute("extensions:write", {
			method: "put",
			path: "/api/extensions/{id}/greeting/pin",
			tags,
			summary: "Set the PIN for recording a greeting by telephone",
			description:
				"A person calls the extension from one of its own telephones, presses star and enters this PIN to record the greeting. Five wrong PINs lock it for an hour. A group has no PIN.",
			request: { params: IdParam, body: jsonBody(GreetingPin) },
			responses: { 200: jsonAnswer(GreetingPinState, "It is set.") },
		}),
		async (c) => {
			const { pin } = c.req.valid("json");
			const id = c.req.valid("param").id;
			return c.json(unwrap(await changeGreetingPin(contextOf(c), id, pin)), 200);
		},
	)
	.openapi(
		guardedRoute("extensions:write", {
			method: "delete",
			path: "/api/extensions/{id}/greeting/pin",
			tags,
			summary: "Remove the PIN for recording a greeting by telephone",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(GreetingPinState, "There is none.") },
		}),
		async (c) => {
			const id = c.req.valid("param").id;
			return c.json(unwrap(await changeGreetingPin(contextOf(c), id, null)), 200);
		},
	)
	.openapi(
		guardedRoute("extensions:write", {
			method: "delete",
			path: "/api/extensions/{id}",
			tags,
			summary: "Deactivate an extension",
			description:
				"The extension's keys become free, and it leaves its groups and is no longer the operator. Its number is kept for the grace time (`numberGraceDays`), or is released at once with `release=true`.",
			request: {
				params: IdParam,
				query: z.object({ release: z.enum(["true", "false"]).default("false") }),
			},
			responses: { 200: jsonAnswer(Shown, "Deactivated.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const release = c.req.valid("query").release === "true";
			return c.json(unwrap(await deactivateExtension(contextOf(c), id, { release })), 200);
		},
	)
	.openapi(
		guardedRoute("extensions:write", {
			method: "post",
			path: "/api/extensions/{id}/retry",
			tags,
			summary: "Look for a number again",
			description: "For an extension that failed.",
			request: { params: IdParam },
			responses: { 202: jsonAnswer(Shown, "Its number follows.") },
		}),
		async (c) => c.json(unwrap(await retryExtension(contextOf(c), c.req.valid("param").id)), 202),
	);
