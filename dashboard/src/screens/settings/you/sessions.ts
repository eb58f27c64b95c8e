import type { Page } from "@cloudpbx/contracts/api/page";
import type { OwnSession } from "@cloudpbx/contracts/api/sessions";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { forgetEverything, type Resource, refresh } from "../../../api/resource.ts";
import { notify } from "../../../parts/notices.ts";
import { dropDrafts } from "../../../state/drafts.ts";

/** More than any person's browsers. */
const limit = "100";

export const ownSessionsResource: Resource<Page<OwnSession>> = {
	key: "me/sessions",
	load: (signal) => ask(() => api.me.sessions.$get({ query: { limit } }, until(signal))),
};

export async function endSession(id: string): Promise<void> {
	await ask(() => api.me.sessions[":id"].$delete({ param: { id } }));
	notify({ text: "The session has ended. That browser asks for the password now." });
	await refresh(ownSessionsResource);
}

export async function signOutEverywhere(): Promise<void> {
	await ask(() => api.auth["sign-out-everywhere"].$post());
	dropDrafts();
	forgetEverything();
	location.assign("/sign-in");
}
