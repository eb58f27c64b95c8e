import { NewResetLink, ResetLook, ResetPassword } from "@cloudpbx/contracts/api/links";
import { callerAddress } from "../../access/caller-address.ts";
import { createApi, guardedRoute, jsonAnswer, jsonBody, publicRoute } from "../../api.ts";
import { countLink } from "../../operations/sign-in/count-attempt.ts";
import { createResetLink } from "../../operations/sign-in/create-reset-link.ts";
import { lookAtResetLink } from "../../operations/sign-in/look-at-reset-link.ts";
import { resetPassword as setPassword } from "../../operations/sign-in/reset-password.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, publicContextOf, unwrapCounted } from "../request.ts";
import { lookAtLink, lookRoute } from "./look-at-link.ts";

const tags = ["Sign-in"];

export const resetPassword = createApi()
	.openapi(
		guardedRoute("owner", {
			method: "post",
			path: "/api/users/{id}/reset-link",
			tags: ["People"],
			summary: "Make a link by which a person chooses a new password",
			description:
				"For a forgotten password. The link is shown only now. It works once, within a day, and replaces an earlier link.",
			request: { params: IdParam },
			responses: { 201: jsonAnswer(NewResetLink, "The link.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const origin = new URL(c.req.url).origin;
			return c.json(unwrap(await createResetLink(contextOf(c), id, origin)), 201);
		},
	)
	.openapi(
		lookRoute("/api/auth/reset-password/look", "See whose password a link changes", {
			schema: ResetLook,
			description: "The link works.",
		}),
		async (c) => c.json(await lookAtLink(c, c.req.valid("json"), lookAtResetLink), 200),
	)
	.openapi(
		publicRoute({
			method: "post",
			path: "/api/auth/reset-password",
			tags,
			summary: "Choose a new password with a link",
			description:
				"Ends every session of the person. The refusals and the count of tries are those of `GET`.",
			request: { body: jsonBody(ResetPassword) },
			responses: { 204: { description: "Sign in with it." } },
		}),
		async (c) => {
			const ctx = publicContextOf(c);
			const address = callerAddress(c.req.raw);
			const input = c.req.valid("json");
			unwrapCounted(await countLink(ctx, address, () => setPassword(ctx, input, address)));
			return c.body(null, 204);
		},
	);
