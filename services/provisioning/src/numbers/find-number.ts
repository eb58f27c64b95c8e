import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq, type SQL } from "drizzle-orm";
import type { Context } from "../context.ts";

export function findNumberById(ctx: Context, numberId: string): Promise<PhoneNumber | null> {
	return findNumber(ctx, eq(phoneNumbers.id, numberId));
}

export function findNumberByDigits(ctx: Context, number: string): Promise<PhoneNumber | null> {
	return findNumber(ctx, eq(phoneNumbers.number, number));
}

async function findNumber({ db }: Context, condition: SQL): Promise<PhoneNumber | null> {
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
