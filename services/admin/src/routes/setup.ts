import { ClaimSetup, User } from "@cloudpbx/contracts/api/people";
import { openDb } from "@cloudpbx/db/open-db";
import { createApi, jsonAnswer, jsonBody, publicRoute } from "../api.ts";
import { claimSetup } from "../operations/claim-setup.ts";
import { unwrap } from "../refusal-error.ts";

export const setup = createApi().openapi(
	publicRoute({
		method: "post",
		path: "/api/setup/claim",
		tags: ["Sign-in"],
		summary: "Become the first owner",
		description:
			"Takes the one-time code that the installer printed. Once there is an owner, no code works any more.",
		request: { body: jsonBody(ClaimSetup) },
		responses: { 201: jsonAnswer(User, "The owner, who can sign in now.") },
	}),
	async (c) => {
		const user = await claimSetup(openDb(c.env.DB), c.req.valid("json"), c.get("requestId"), new Date());
		return c.json(unwrap(user), 201);
	},
);
