import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { User } from "@cloudpbx/contracts/api/people";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import { listAll } from "../../../api/list-all.ts";
import { type PagedResource, pages } from "../../../api/pages.ts";
import type { Resource } from "../../../api/resource.ts";
import { can } from "../../../session/session.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { type AuditFilter, toQuery } from "./filter.ts";

export function changes(filter: AuditFilter): PagedResource<AuditEvent> {
	const query = toQuery(filter);
	return pages({
		key: `audit?${new URLSearchParams(query)}`,
		loadPage: (cursor, signal) =>
			ask(() => api.audit.$get({ query: { ...query, ...(cursor && { cursor }) } }, until(signal))),
	});
}

export interface Names {
	users: User[];
	byId: Map<string, string>;
}

/** Names that the log refers to by id, as far as the reader may see them. */
export const names: Resource<Names> = {
	key: "audit/names",
	load: async (signal) => {
		const [users, extensions, numbers] = await Promise.all([
			can("users:read") ? listAll((query) => ask(() => api.users.$get({ query }, until(signal)))) : [],
			can("extensions:read")
				? listAll((query) => ask(() => api.extensions.$get({ query }, until(signal))))
				: [],
			can("numbers:read") ? listAll((query) => ask(() => api.numbers.$get({ query }, until(signal)))) : [],
		]);
		const byId = new Map<string, string>();
		for (const { id, name } of users) byId.set(id, name);
		for (const { id, ext, name } of extensions) byId.set(id, `${ext} ${name}`);
		for (const { id, number } of numbers) byId.set(id, formatNumber(number));
		return { users, byId };
	},
};
