import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { UpdateUser, User } from "@cloudpbx/contracts/api/people";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { deactivateUser } from "../../operations/people/deactivate-user.ts";
import { getUser, listUsers } from "../../operations/people/list-users.ts";
import { updateUser } from "../../operations/people/update-user.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, pageOfQuery } from "../request.ts";

const tags = ["People"];

export const users = createApi()
	.openapi(
		guardedRoute("users:read", {
			method: "get",
			path: "/api/users",
			tags,
			summary: "List people",
			request: { query: PageQuery },
			responses: { 200: jsonAnswer(pageOf(User), "Newest first, with those who were deactivated.") },
		}),
		async (c) => {
			const page = pageOfQuery(c.req.valid("query"), "number");
			return c.json(await listUsers(contextOf(c), page), 200);
		},
	)
	.openapi(
		guardedRoute("users:read", {
			method: "get",
			path: "/api/users/{id}",
			tags,
			summary: "Get a person",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(User, "The person.") },
		}),
		async (c) => {
			return c.json(unwrap(await getUser(contextOf(c), c.req.valid("param").id)), 200);
		},
	)
	.openapi(
		guardedRoute("users:write", {
			method: "put",
			path: "/api/users/{id}",
			tags,
			summary: "Change a person's name, role or extension",
			description:
				"The last owner must stay an owner (412). An old `version` is refused (409), with both values.",
			request: { params: IdParam, body: jsonBody(UpdateUser, User) },
			responses: { 200: jsonAnswer(User, "As they are now.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const input = c.req.valid("json");
			const user = await updateUser(contextOf(c), id, input);
			return c.json(unwrap(user), 200);
		},
	)
	.openapi(
		guardedRoute("users:write", {
			method: "delete",
			path: "/api/users/{id}",
			tags,
			summary: "Deactivate a person",
			description:
				"Ends all sessions of the user at once, and revokes the open links and keys that the user made. The last owner cannot be deactivated (412).",
			request: { params: IdParam },
			responses: { 204: { description: "The user can no longer sign in." } },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			unwrap(await deactivateUser(contextOf(c), id));
			return c.body(null, 204);
		},
	);
