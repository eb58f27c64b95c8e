import { CreateKey, Key, NewKey } from "@cloudpbx/contracts/api/keys";
import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { createKey } from "../../operations/keys/create-key.ts";
import { listKeys } from "../../operations/keys/list-keys.ts";
import { revokeKey } from "../../operations/keys/revoke-key.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, pageOfQuery } from "../request.ts";

const tags = ["Keys"];

export const keys = createApi()
	.openapi(
		guardedRoute("keys:write", {
			method: "post",
			path: "/api/keys",
			tags,
			summary: "Make an API key",
			description: "`key` is shown only now. It may do no more than its maker.",
			request: { body: jsonBody(CreateKey) },
			responses: { 201: jsonAnswer(NewKey, "The key, with its secret.") },
		}),
		async (c) => c.json(unwrap(await createKey(contextOf(c), c.req.valid("json"))), 201),
	)
	.openapi(
		guardedRoute("keys:write", {
			method: "get",
			path: "/api/keys",
			tags,
			summary: "List API keys",
			request: { query: PageQuery },
			responses: { 200: jsonAnswer(pageOf(Key), "Newest first, without their secrets.") },
		}),
		async (c) => c.json(await listKeys(contextOf(c), pageOfQuery(c.req.valid("query"), "number")), 200),
	)
	.openapi(
		guardedRoute("keys:write", {
			method: "delete",
			path: "/api/keys/{id}",
			tags,
			summary: "Revoke an API key",
			request: { params: IdParam },
			responses: {
				204: {
					description: "Every later request with the key, or with a key made by it, is refused.",
				},
			},
		}),
		async (c) => {
			unwrap(await revokeKey(contextOf(c), c.req.valid("param").id));
			return c.body(null, 204);
		},
	);
