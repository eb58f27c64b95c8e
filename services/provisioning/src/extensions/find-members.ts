import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, inArray, ne } from "drizzle-orm";
import type { Context } from "../context.ts";

/** Ids in the order of the keys: a group keeps its members when keys change. */
export async function findMembers({ db }: Context, keys: readonly string[]): Promise<Result<string[]>> {
	const twice = keys.find((ext, index) => keys.indexOf(ext) !== index);
	if (twice !== undefined) return refuse("bad_input", `members: ${twice} is there twice.`);
	const rows = await db
		.select({ id: extensions.id, ext: extensions.ext, kind: extensions.kind })
		.from(extensions)
		.where(and(inArray(extensions.ext, [...keys]), ne(extensions.status, "inactive")));
	const ids: string[] = [];
	for (const key of keys) {
		const row = rows.find(({ ext }) => ext === key);
		if (!row) return refuse("bad_input", `members: There is no extension ${key}.`);
		if (row.kind === "group")
			return refuse("bad_input", `members: ${key} is a group; only persons are members.`);
		ids.push(row.id);
	}
	return accept(ids);
}
