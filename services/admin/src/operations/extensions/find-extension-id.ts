import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, eq, ne } from "drizzle-orm";
import type { Context } from "../../context.ts";

export async function findExtensionId(ctx: Context, ext: string | null): Promise<Result<string | null>> {
	if (ext === null) return accept(null);
	const row = await findByKeys(ctx, ext);
	return row ? accept(row.id) : refuseNobody(ext);
}

/** Refuses a group: a person's own extension is a person's. */
export async function findPersonsExtensionId(
	ctx: Context,
	ext: string | null,
): Promise<Result<string | null>> {
	if (ext === null) return accept(null);
	const row = await findByKeys(ctx, ext);
	if (row?.kind === "group") {
		return refuse(
			"bad_input",
			`${ext} is a group. Its members are chosen where it is; somebody's own extension is a person's.`,
		);
	}
	return row ? accept(row.id) : refuseNobody(ext);
}

async function findByKeys(ctx: Context, ext: string) {
	const [row] = await ctx.db
		.select({ id: extensions.id, kind: extensions.kind })
		.from(extensions)
		.where(and(eq(extensions.ext, ext), ne(extensions.status, "inactive")));
	return row;
}

function refuseNobody(ext: string) {
	return refuse("bad_input", `There is no extension ${ext}.`);
}
