import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { OwnSession } from "@cloudpbx/contracts/api/sessions";
import { clearSessionCookie } from "../../access/session-cookie.ts";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { endSession } from "../../operations/sign-in/end-sessions.ts";
import { listSessions } from "../../operations/sign-in/list-sessions.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, pageOfQuery } from "../request.ts";

const tags = ["Sign-in"];

export const ownSessions = createApi()
	.openapi(
		guardedRoute("person", {
			method: "get",
			path: "/api/me/sessions",
			tags,
			summary: "List the browsers in which one is signed in",
			description: "Sessions with a cookie. Cloudflare Access keeps its own.",
			request: { query: PageQuery },
			responses: { 200: jsonAnswer(pageOf(OwnSession), "Newest first.") },
		}),
		async (c) => {
			const page = pageOfQuery(c.req.valid("query"), "number");
			return c.json(await listSessions(contextOf(c), page), 200);
		},
	)
	.openapi(
		guardedRoute("person", {
			method: "delete",
			path: "/api/me/sessions/{id}",
			tags,
			summary: "Sign out of one browser",
			request: { params: IdParam },
			responses: { 204: { description: "Every later request with it is refused." } },
		}),
		async (c) => {
			const person = c.get("principal");
			const { id } = c.req.valid("param");
			unwrap(await endSession(contextOf(c), person.id, id));
			if (id === person.sessionId) clearSessionCookie(c);
			return c.body(null, 204);
		},
	);
