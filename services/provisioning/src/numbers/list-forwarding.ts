import { settings } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";

export interface Forwarding {
	number: string;
	who: string;
}

/** Numbers to which our calls are forwarded must not become ours: the calls would go round in a circle. */
export async function listForwarding({ db }: Context, numbers: readonly string[]): Promise<Forwarding[]> {
	return db.all<Forwarding>(sql`SELECT ${extensions.forwardTo} AS number, 'Extension ' || ${extensions.ext} AS who
			FROM ${extensions} WHERE ${extensions.status} <> 'inactive' AND ${extensions.forwardTo} IN ${list(numbers)}
		UNION ALL SELECT phone.value, 'Extension ' || ${extensions.ext}
			FROM ${extensions}, json_each(${extensions.alsoRing}) AS phone
			WHERE ${extensions.status} <> 'inactive' AND phone.value IN ${list(numbers)}
		UNION ALL SELECT ${settings.value} ->> '$', 'The setting for emergencies of the phone system'
			FROM ${settings} WHERE ${settings.key} = 'fallbackNumber' AND ${settings.value} ->> '$' IN ${list(numbers)}`);
}

function list(numbers: readonly string[]) {
	return sql`(SELECT value FROM json_each(${JSON.stringify(numbers)}))`;
}
