import { env } from "cloudflare:workers";
import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";

export const testEnv = env as unknown as MessagingEnv;
export const db = openDb(testEnv.DB);

/** Toll-free: the carrier answers only STOP. */
export const mainLine = "+18005550100";
/** Local: the carrier answers all keywords. */
export const janesLine = "+14155550101";
export const releasedLine = "+14155550104";
export const contact = "+14155550199";

export async function foundCompany(): Promise<void> {
	const at = new Date("2026-11-01T12:00:00Z");
	const number = (value: string, extensionId: string | null, releasingAt: Date | null = null) => ({
		id: `num_${value.slice(1)}`,
		number: value,
		kind: value.startsWith("+1800") ? ("toll_free" as const) : ("local" as const),
		extensionId,
		releasingAt,
		createdAt: at,
	});
	await db.batch([
		db.insert(extensions).values([
			{
				id: "ext_101",
				ext: "101",
				name: "Jane Smith",
				department: "Sales",
				forwardTo: "+14155550151",
				status: "active",
				createdAt: at,
				updatedAt: at,
			},
		]),
		db
			.insert(phoneNumbers)
			.values([number(mainLine, null), number(janesLine, "ext_101"), number(releasedLine, null, at)]),
		db.insert(settings).values([
			{ key: "companyName", value: "Acme Corp", updatedAt: at },
			{ key: "hoursText", value: "Monday to Friday, 9 am to 5 pm.", updatedAt: at },
			{ key: "factsText", value: "We repair espresso machines. A visit costs 90 dollars.", updatedAt: at },
		]),
	]);
}
