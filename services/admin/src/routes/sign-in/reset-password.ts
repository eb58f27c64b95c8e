import { LinkToken, NewResetLink, ResetLook, ResetPassword } from "@cloudpbx/contracts/api/links";
import { callerAddress } from "../../access/caller-address.ts";
import { createApi, guardedRoute, jsonAnswer, jsonBody, publicRoute } from "../../api.ts";
import { countLink } from "../../operations/sign-in/count-attempt.ts";
import { createResetLink } from "../../operations/sign-in/create-reset-link.ts";
import { lookAtResetLink } from "../../operations/sign-in/look-at-reset-link.ts";
import { resetPassword as setPassword } from "../../operations/sign-in/reset-password.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, publicContextOf, unwrapCounted } from "../request.ts";

const tags = ["Sign-in"];

export const resetPassword = createApi()
	.openapi(
		guardedRoute("owner", {
			method: "post",
			path: "/api/users/{id}/reset-link",
			tags: ["People"],
			summary: "Make a link by which a person chooses a new password",
			description:
				"For a forgotten one. The link is shown only now; it works for a day, once, and takes the place of the one before.",
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
		publicRoute({
			method: "post",
			path: "/api/auth/reset-password/look",
			tags,
			summary: "See whose password a link changes",
			description:
				"Used already: 409. Expired: 412. Withdrawn, replaced or unknown: 404. Tries are counted like those of signing in.",
			request: { body: jsonBody(LinkToken) },
			responses: { 200: jsonAnswer(ResetLook, "The link works.") },
		}),
		async (c) => {
			const ctx = publicContextOf(c);
			const { token } = c.req.valid("json");
			const look = await countLink(ctx, callerAddress(c.req.raw), () => lookAtResetLink(ctx, token));
			return c.json(unwrapCounted(look), 200);
		},
	)
	.openapi(
		publicRoute({
			method: "post",
			path: "/api/auth/reset-password",
			tags,
			summary: "Choose a new password with a link",
			description: "Ends every session of the person. Refused like looking at the link, and counted with it.",
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
