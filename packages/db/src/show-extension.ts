import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { audioTypes } from "@cloudpbx/contracts/words/extension-limits";
import { type SQL, sql } from "drizzle-orm";
import { extensions, type phoneNumbers } from "./schema/provisioning.ts";

export interface ExtensionRow {
	extension: typeof extensions.$inferSelect;
	number: typeof phoneNumbers.$inferSelect | null;
	memberKeys: string[];
}

/** For a query of `extensions`. Inactive persons are no members. */
export const selectMemberKeys = sql`(SELECT json_group_array(keys) FROM (SELECT person.ext AS keys
	FROM json_each(${extensions.members}) AS listed JOIN extensions AS person ON person.id = listed.value
	WHERE person.status <> 'inactive' ORDER BY listed.key))`.mapWith(extensions.members) as SQL<string[]>;

/** The extension as every Worker shows it. */
export function showExtension({ extension, number, memberKeys }: ExtensionRow): Extension {
	return {
		id: extension.id,
		kind: extension.kind,
		ext: extension.ext,
		name: extension.name,
		department: extension.department,
		email: extension.email,
		forwardTo: extension.forwardTo,
		alsoRing: extension.alsoRing,
		answerWith: extension.answerWith,
		purpose: extension.purpose,
		members: memberKeys,
		ringing: extension.ringing,
		ringSeconds: extension.ringSeconds,
		greeting: extension.greeting,
		greetingAudio: audioTypes.find((type) => extension.greetingAudio?.endsWith(`.${type}`)) ?? null,
		hours: extension.hours,
		number: number?.number ?? null,
		numberId: number?.id ?? null,
		numberReleaseAt: number?.releaseAt?.toISOString() ?? null,
		areaCode: extension.areaCode,
		status: extension.status,
		reason: extension.reason,
		version: extension.version,
		createdAt: extension.createdAt.toISOString(),
		updatedAt: extension.updatedAt.toISOString(),
	};
}
