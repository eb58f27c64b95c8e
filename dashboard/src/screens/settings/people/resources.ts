import type { Invitation, User } from "@cloudpbx/contracts/api/people";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { listAll } from "../../../api/list-all.ts";
import type { Resource } from "../../../api/resource.ts";

export interface People {
	users: User[];
	invitations: Invitation[];
}

export const people: Resource<People> = {
	key: "users",
	load: async (signal) => {
		const [users, invitations] = await Promise.all([
			listAll((query) => ask(() => api.users.$get({ query }, until(signal)))),
			listAll((query) => ask(() => api.invitations.$get({ query }, until(signal)))),
		]);
		return { users, invitations };
	},
};
