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
			"What `npm run doctor` asks. Every Worker looks at itself, its models and the carrier, and the database is measured with a few small writes; takes some seconds. `probes` are for whoever asks: only from outside can be seen whether webhooks arrive.",
		responses: {
			200: jsonAnswer(Diagnosis.meta({ id: "Diagnosis" }), "The worst first. Empty findings: all is well."),
		},
	}),
	async (c) => c.json(await diagnose(contextOf(c)), 200),
);
