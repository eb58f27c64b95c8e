import { Health } from "@cloudpbx/contracts/api/health";
import { createApi, jsonAnswer, publicRoute } from "../../api.ts";
import { checkMesh } from "../../operations/system/check-mesh.ts";
import { publicContextOf } from "../request.ts";

export const health = createApi().openapi(
	publicRoute({
		method: "get",
		path: "/api/health",
		tags: ["System"],
		summary: "Whether every part works",
		description: "Answers without a sign-in. 503 until every Worker of the mesh can work.",
		responses: {
			200: jsonAnswer(Health, "Everything works."),
			503: jsonAnswer(Health, "Some part does not; `services` says which."),
		},
	}),
	async (c) => {
		const mesh = await checkMesh(publicContextOf(c));
		const health = { ...mesh, phonesUrl: c.env.PHONES_URL || null };
		return mesh.isReady ? c.json(health, 200) : c.json(health, 503);
	},
);
