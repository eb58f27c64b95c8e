import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import type { Db } from "@cloudpbx/db/open-db";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq, type SQL } from "drizzle-orm";

export function findNumberById(db: Db, numberId: string): Promise<PhoneNumber | null> {
	return findNumber(db, eq(phoneNumbers.id, numberId));
}

export function findNumberByDigits(db: Db, number: string): Promise<PhoneNumber | null> {
	return findNumber(db, eq(phoneNumbers.number, number));
}

async function findNumber(db: Db, condition: SQL): Promise<PhoneNumber | null> {
	const [row] = await db
		.select({ number: phoneNumbers, ext: extensions.ext })
		.from(phoneNumbers)
		.leftJoin(extensions, eq(extensions.id, phoneNumbers.extensionId))
		.where(condition);
	if (!row) return null;
	const { number, ext } = row;
	return {
		id: number.id,
		number: number.number,
		kind: number.kind,
		extensionId: number.extensionId,
		extension: ext,
		releaseAt: number.releaseAt?.toISOString() ?? null,
		label: number.label,
		version: number.version,
		createdAt: number.createdAt.toISOString(),
	};
}
