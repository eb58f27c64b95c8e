import { Notices, UpdateNotices } from "@cloudpbx/contracts/news/notices";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { askService } from "../../ask-service.ts";
import { noticeFacts, toNotices } from "../../operations/news/to-notices.ts";
import { updateNotices } from "../../operations/news/update-notices.ts";
import { contextOf } from "../request.ts";

const tags = ["Notices"];

export const ownNotices = createApi()
	.openapi(
		guardedRoute(
			"person",
			{
				method: "get",
				path: "/api/me/notices",
				tags,
				summary: "Get how one is told of what",
				description:
					"The person's choices, or the defaults. A kind that the role may not see is `none`. By default, people with an extension get notices of missed calls and voicemail, and owners get notices of stopped campaigns and numbers in trouble. They come by e-mail once the company has switched it on.",
				responses: { 200: jsonAnswer(Notices, "The values in force.") },
			},
			{ alongside: noticeFacts },
		),
		(c) => c.json(toNotices(c.get("principal"), noticeFacts.of(c), c.env), 200),
	)
	.openapi(
		guardedRoute("person", {
			method: "put",
			path: "/api/me/notices",
			tags,
			summary: "Change how one is told of what",
			description:
				"Takes the whole object of GET, or only the changes. Texts go to the first telephone of the person's extension, e-mail goes to the sign-in address. The read-only fields of GET are ignored.",
			request: { body: jsonBody(UpdateNotices) },
			responses: { 200: jsonAnswer(Notices, "The values in force now.") },
		}),
		async (c) => {
			const choices = c.req.valid("json");
			const saved = await updateNotices(contextOf(c), choices);
			// A failure changes nothing: messaging's sweep does it later.
			await askService("messaging", c.env.MESSAGING.listenForNotices());
			return c.json(saved, 200);
		},
	);
