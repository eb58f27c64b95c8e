import type { Registration } from "@cloudpbx/contracts/extensions/registration";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { put, type Resource } from "../../../api/resource.ts";

/** Asked of Twilio each time: nothing here is kept. */
export const registrationResource: Resource<Registration> = {
	key: "registration",
	load: (signal) => ask(() => api.registration.$get({}, until(signal))),
	hears: (event) => event.kind === "number",
};

export const checking = "registration-check";

/** To be run as `checking`: a refusal leaves what was known before. */
export async function checkAgain(): Promise<void> {
	put(registrationResource, await ask(() => api.registration.$get({})));
}
