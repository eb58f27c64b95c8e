import { readSettings } from "@cloudpbx/contracts/office/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { erasureSalts } from "@cloudpbx/db/schema/erasure";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "../context.ts";

export async function loadSenderRates(ctx: Context): Promise<Record<string, number>> {
	return readSettings(await selectSenderRates(ctx)).senderRates;
}

export async function loadSendingSettings({ db }: Context) {
	const [rows, [kept]] = await db.batch([
		db
			.select()
			.from(settings)
			.where(inArray(settings.key, ["senderRates", "callCountries"])),
		db.select({ salt: erasureSalts.salt }).from(erasureSalts),
	]);
	return { ...readSettings(rows), erasureSalt: kept?.salt ?? null };
}

export function selectSenderRates({ db }: Context) {
	return db.select().from(settings).where(eq(settings.key, "senderRates"));
}
