import { Setup } from "@cloudpbx/contracts/api/links";
import { ClaimSetup, User } from "@cloudpbx/contracts/api/people";
import { createApi, jsonAnswer, jsonBody, publicRoute } from "../../api.ts";
import { claimSetup } from "../../operations/sign-in/claim-setup.ts";
import { loadSetup } from "../../operations/sign-in/load-setup.ts";
import { unwrap } from "../../refusal-error.ts";
import { publicContextOf } from "../request.ts";

const tags = ["Sign-in"];

export const setup = createApi()
	.openapi(
		publicRoute({
			method: "get",
			path: "/api/setup",
			tags,
			summary: "Whether the installation has an owner, and how people sign in",
			description:
				"While `isClaimed` is false the set-up code works. The demo owner of the local mesh is no owner in this sense.",
			responses: { 200: jsonAnswer(Setup, "As it is now.") },
		}),
		async (c) => c.json(await loadSetup(publicContextOf(c)), 200),
	)
	.openapi(
		publicRoute({
			method: "post",
			path: "/api/setup/claim",
			tags,
			summary: "Become the first owner",
			description:
				"Needs the one-time code that the installer printed. No code works once there is an owner.",
			request: { body: jsonBody(ClaimSetup) },
			responses: { 201: jsonAnswer(User, "The owner, who can sign in now.") },
		}),
		async (c) => {
			const user = await claimSetup(publicContextOf(c), c.req.valid("json"));
			return c.json(unwrap(user), 201);
		},
	);
