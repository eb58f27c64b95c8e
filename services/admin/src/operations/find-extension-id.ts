import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, eq, ne } from "drizzle-orm";

/** The id behind three keys, null for none given; a refusal when nobody has them. */
export async function findExtensionId(db: Db, ext: string | null): Promise<Result<string | null>> {
	if (ext === null) return accept(null);
	const [row] = await db
		.select({ id: extensions.id })
		.from(extensions)
		.where(and(eq(extensions.ext, ext), ne(extensions.status, "inactive")));
	return row ? accept(row.id) : refuse("bad_input", `There is no extension ${ext}.`);
}
