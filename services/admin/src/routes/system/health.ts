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
		description: "Needs no sign-in. 503 while a Worker of the mesh cannot work.",
		responses: {
			200: jsonAnswer(Health, "Everything works."),
			503: jsonAnswer(Health, "Some part does not work; `services` says which."),
		},
	}),
	async (c) => {
		const mesh = await checkMesh(publicContextOf(c));
		const health = { ...mesh, phonesUrl: c.env.PHONES_URL || null };
		return mesh.isReady ? c.json(health, 200) : c.json(health, 503);
	},
);
