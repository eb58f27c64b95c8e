import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { selectMemberKeys, showExtension } from "@cloudpbx/db/show-extension";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";

export async function findExtension({ db }: Context, extensionId: string): Promise<Extension | null> {
	const [row] = await db
		.select({ extension: extensions, number: phoneNumbers, memberKeys: selectMemberKeys })
		.from(extensions)
		.leftJoin(phoneNumbers, eq(phoneNumbers.extensionId, extensions.id))
		.where(eq(extensions.id, extensionId))
		.orderBy(asc(phoneNumbers.createdAt))
		.limit(1);
	return row ? showExtension(row) : null;
}

/** For an extension that exists: rows are never deleted. */
export async function getExtension(ctx: Context, extensionId: string): Promise<Extension> {
	const extension = await findExtension(ctx, extensionId);
	if (!extension) throw new Error("An extension has vanished from the database.");
	return extension;
}
