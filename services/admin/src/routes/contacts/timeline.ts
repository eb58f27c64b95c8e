import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { TimelineItem } from "@cloudpbx/contracts/api/timeline";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { AddressField } from "../../domain/numbers/number-field.ts";
import { loadTimeline } from "../../operations/contacts/load-timeline.ts";
import { readTimelineCursor } from "../../operations/contacts/timeline-cursor.ts";
import { badField } from "../../refusal-error.ts";
import { contextOf } from "../request.ts";

export const timeline = createApi().openapi(
	guardedRoute("contacts:read", {
		method: "get",
		path: "/api/contacts/{number}/timeline",
		tags: ["Contacts"],
		summary: "Get what there is between the company and a number",
		description:
			"Newest first: texts of all lines, calls, voicemail, campaigns and consent of any number, also when it is not a contact. Each kind needs the scope of its list. An agent sees the voicemail of the own boxes. A page may hold fewer than `limit` and still not be the last: follow `nextCursor` until it is null.",
		request: { params: z.object({ number: AddressField }), query: PageQuery },
		responses: { 200: jsonAnswer(pageOf(TimelineItem), "One page.") },
	}),
	async (c) => {
		const { limit, cursor } = c.req.valid("query");
		const behind = cursor === undefined ? null : readTimelineCursor(cursor);
		if (cursor !== undefined && behind === null) {
			throw badField({ in: "query", field: "cursor", message: "This cursor belongs to another list." });
		}
		const { number } = c.req.valid("param");
		const page = await loadTimeline(contextOf(c), number, { limit, behind });
		return c.json(page, 200);
	},
);
