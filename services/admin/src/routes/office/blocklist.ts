import { UpdateBlocklist, WholeBlocklist } from "@cloudpbx/contracts/office/blocklist";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { blocklistFacts, readStoredBlocklist } from "../../operations/office/stored-blocklist.ts";
import { updateBlocklist } from "../../operations/office/update-blocklist.ts";
import { unwrapNested } from "../../refusal-error.ts";
import { contextOf } from "../request.ts";
import { announceSettings } from "./announce-settings.ts";

const tags = ["Blocked callers"];
const itemField = /^(items\.[\w.]+): (.+)$/;

export const blocklist = createApi()
	.openapi(
		guardedRoute(
			"settings:read",
			{
				method: "get",
				path: "/api/blocklist",
				tags,
				summary: "List the blocked callers",
				description:
					"Numbers, beginnings of numbers, and calls without a number. A number's own entry counts before a beginning, a longer beginning before a shorter one.",
				responses: { 200: jsonAnswer(WholeBlocklist, "The whole list.") },
			},
			{ alongside: blocklistFacts },
		),
		(c) => {
			const [rows] = blocklistFacts.of(c);
			return c.json(readStoredBlocklist(rows), 200);
		},
	)
	.openapi(
		guardedRoute("settings:write", {
			method: "put",
			path: "/api/blocklist",
			tags,
			summary: "Change the blocked callers",
			description:
				"Replaces the whole list. Numbers may be written in any usual way; they are stored in E.164. An old `version` is refused (409), with both lists; without a `version` the last write wins.",
			request: { body: jsonBody(UpdateBlocklist) },
			responses: { 200: jsonAnswer(WholeBlocklist, "The list as it is now.") },
		}),
		async (c) => {
			const saved = unwrapNested(await updateBlocklist(contextOf(c), c.req.valid("json")), itemField);
			announceSettings(c);
			return c.json(saved, 200);
		},
	);
