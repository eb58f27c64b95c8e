import type { RetentionCount } from "@cloudpbx/contracts/office/settings";
import { ask } from "../../../api/ask.ts";
import { api, until } from "../../../api/client.ts";
import type { Resource } from "../../../api/resource.ts";
import type { Lowered, RetentionField } from "./periods.ts";

export function expiredResource(lowered: Lowered): Resource<RetentionCount> {
	const query = Object.fromEntries(
		Object.entries(lowered).map(([field, days]) => [field, String(days)]),
	) as Partial<Record<RetentionField, string>>;
	return {
		key: `settings/retention?${new URLSearchParams(query)}`,
		load: (signal) => ask(() => api.settings.retention.$get({ query }, until(signal))),
	};
}
