import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { testEnv } from "./carrier.ts";

export const mainLine = "+18005550100";
export const caller = "+14155550199";

export async function foundCompany(): Promise<void> {
	const db = openDb(testEnv.DB);
	const at = new Date("2026-11-01T12:00:00Z");
	const person = (
		ext: string,
		name: string,
		forwardTo: string | null,
		answerWith: "key" | "pickup" = "key",
	) => ({
		id: `ext_${ext}`,
		answerWith,
		ext,
		name,
		forwardTo,
		status: "active" as const,
		createdAt: at,
		updatedAt: at,
	});
	const number = (value: string, extensionId: string | null) => ({
		id: `num_${value.slice(1)}`,
		number: value,
		kind: extensionId ? ("local" as const) : ("toll_free" as const),
		extensionId,
		createdAt: at,
	});
	await db.batch([
		db
			.insert(extensions)
			.values([
				person("101", "Jane Smith", "+14155550151"),
				person("102", "Sam Lee", "+14155550152"),
				person("103", "Ana Ruiz", null),
				person("105", "Pickup Pat", "+14155550155", "pickup"),
				{ ...person("104", "Old Timer", "+14155550154"), status: "inactive" },
			]),
		db
			.insert(phoneNumbers)
			.values([
				number(mainLine, null),
				number("+14155550101", "ext_101"),
				number("+14155550103", "ext_103"),
				number("+14155550104", "ext_104"),
			]),
		db.insert(settings).values([
			{ key: "companyName", value: "Acme Corp", updatedAt: at },
			{ key: "greeting", value: "We're here to help.", updatedAt: at },
		]),
	]);
}
