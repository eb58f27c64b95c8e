import type { Registration } from "@cloudpbx/contracts/extensions/registration";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { put, type Resource } from "../../../api/resource.ts";

/** Twilio is asked each time; nothing is stored. */
export const registrationResource: Resource<Registration> = {
	key: "registration",
	load: (signal) => ask(() => api.registration.$get({}, until(signal))),
	staleAfter: (event) => event.kind === "number",
};

export const checking = "registration-check";

/** Run it as `checking`. After a refusal the last result stays. */
export async function checkAgain(): Promise<void> {
	put(registrationResource, await ask(() => api.registration.$get({})));
}
