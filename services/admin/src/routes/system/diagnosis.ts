import { Diagnosis } from "@cloudpbx/contracts/diagnosis";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { diagnose } from "../../operations/system/diagnose.ts";
import { contextOf } from "../request.ts";

export const diagnosis = createApi().openapi(
	guardedRoute("owner", {
		method: "get",
		path: "/api/diagnosis",
		tags: ["System"],
		summary: "Look for what is wrong",
		description:
			"Used by `npm run doctor`. Every Worker checks itself, its models and the carrier. A few small writes measure the database. Takes some seconds. The client runs the `probes` itself, because only a check from outside shows whether webhooks arrive.",
		responses: {
			200: jsonAnswer(
				Diagnosis.meta({ id: "Diagnosis" }),
				"The worst first. Without findings nothing is wrong.",
			),
		},
	}),
	async (c) => c.json(await diagnose(contextOf(c)), 200),
);
