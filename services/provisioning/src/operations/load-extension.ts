import type { Extension } from "@cloudpbx/contracts/extensions";
import type { Db } from "@cloudpbx/db/open-db";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { asc, eq } from "drizzle-orm";

/** The extension as every border shows it, with its number. */
export async function findExtension(db: Db, extensionId: string): Promise<Extension | null> {
	const [row] = await db
		.select({ extension: extensions, number: phoneNumbers })
		.from(extensions)
		.leftJoin(phoneNumbers, eq(phoneNumbers.extensionId, extensions.id))
		.where(eq(extensions.id, extensionId))
		.orderBy(asc(phoneNumbers.createdAt))
		.limit(1);
	if (!row) return null;
	const { extension, number } = row;
	return {
		id: extension.id,
		ext: extension.ext,
		name: extension.name,
		department: extension.department,
		email: extension.email,
		forwardTo: extension.forwardTo,
		number: number?.number ?? null,
		numberId: number?.id ?? null,
		numberReleaseAt: number?.releaseAt?.toISOString() ?? null,
		areaCode: extension.areaCode,
		status: extension.status,
		reason: extension.reason,
		createdAt: extension.createdAt.toISOString(),
		updatedAt: extension.updatedAt.toISOString(),
	};
}

/** For an extension that is known to exist: rows are never deleted. */
export async function getExtension(db: Db, extensionId: string): Promise<Extension> {
	const extension = await findExtension(db, extensionId);
	if (!extension) throw new Error("An extension has vanished from the database.");
	return extension;
}
