import type { Health } from "@cloudpbx/contracts/api/health";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import type { Resource } from "../../../api/resource.ts";

/** A Worker that does not work is an answer too, with status 503. */
export const healthResource: Resource<Health> = {
	key: "health",
	load: (signal) =>
		ask(async () => {
			const answer = await api.health.$get({}, until(signal));
			if (answer.ok) return answer;
			const health: unknown = await (answer as Response)
				.clone()
				.json()
				.catch(() => null);
			return isHealth(health) ? { ok: true, status: 200, json: async () => health } : answer;
		}),
};

function isHealth(body: unknown): body is Health {
	return typeof body === "object" && body !== null && "services" in body;
}
