import { AskWhatIf } from "@cloudpbx/contracts/calls/ask-what-if";
import { WhatIf } from "@cloudpbx/contracts/calls/what-if";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { readFrom } from "../request.ts";

export const whatIf = createApi().openapi(
	guardedRoute("settings:read", {
		method: "post",
		path: "/api/what-if",
		tags: ["Hours"],
		summary: "Play a call through",
		description:
			"Plays a call by the rules that decide real calls: what the caller hears, which telephones ring, where the call ends, and which rule decided. Nothing is stored, dialled or sent. The joined texts are what the caller hears up to the tone; a recorded greeting is `[recording]`.",
		request: { body: jsonBody(AskWhatIf) },
		responses: { 200: jsonAnswer(WhatIf, "The call, step by step.") },
	}),
	async (c) => c.json(await readFrom("voice", c.env.VOICE.whatIf(c.req.valid("json"))), 200),
);
