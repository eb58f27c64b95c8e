import { env, exports } from "cloudflare:workers";
import { openDb } from "@cloudpbx/db/open-db";
import { extensions, numberChecks, numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { eq } from "drizzle-orm";
import { type Context, createContext } from "../../src/context.ts";
import { FakeCarrier } from "./fake-carrier.ts";

export const testEnv = env as unknown as ProvisioningEnv;
export const db = openDb(testEnv.DB);

export function testContext(overrides: Partial<Context> = {}): Context {
	const account = {
		apiUrl: testEnv.TWILIO_API_URL,
		accountSid: testEnv.TWILIO_ACCOUNT_SID,
		authToken: testEnv.TWILIO_AUTH_TOKEN,
	};
	return {
		...createContext(testEnv, { waitUntil: () => undefined }),
		carrier: openCarrier(account, { sleep: async () => undefined }),
		announce: () => undefined,
		...overrides,
	};
}

export async function emptyBooks(): Promise<void> {
	await db.batch([
		db.delete(numberOrders),
		db.delete(phoneNumbers),
		db.delete(extensions),
		db.delete(numberChecks),
	]);
}

/** Empty books, and a carrier with two toll-free and two local numbers to rent. */
export async function openMarket(): Promise<FakeCarrier> {
	await emptyBooks();
	const carrier = new FakeCarrier().install();
	carrier.available = ["+18005550100", "+18885550100", "+12125550100", "+12125550101"];
	return carrier;
}

export async function findTroubles() {
	const check = await exports.ProvisioningService.checkNumbers();
	if (!check.ok) throw new Error(check.error.message);
	return check.value.troubles;
}

export async function addExtension(
	id: string,
	ext: string,
	values: Partial<typeof extensions.$inferInsert> = {},
): Promise<string> {
	const at = new Date("2026-11-22T12:00:00Z");
	await db.insert(extensions).values({
		id,
		ext,
		name: "Jane Smith",
		areaCode: "212",
		status: "provisioning",
		createdAt: at,
		updatedAt: at,
		...values,
	});
	return id;
}

export async function rentNumber(
	carrier: FakeCarrier,
	number: string,
	extensionId: string | null = null,
): Promise<string> {
	const { sid } = carrier.rent(number, webhooks);
	const id = `num_${sid.slice(2)}`;
	const kind = number.startsWith("+18") ? "toll_free" : "local";
	await db
		.insert(phoneNumbers)
		.values({ id, number, carrierId: sid, kind, extensionId, createdAt: new Date() });
	return id;
}

export async function loadExtension(id: string) {
	const [extension] = await db.select().from(extensions).where(eq(extensions.id, id));
	const numbers = await db.select().from(phoneNumbers).where(eq(phoneNumbers.extensionId, id));
	return {
		status: extension?.status,
		reason: extension?.reason,
		numbers: numbers.map(({ number }) => number),
	};
}

export const webhooks = {
	voice_url: "https://voice.acme.workers.dev/ivr/inbound",
	voice_fallback_url: "https://voice.acme.workers.dev/ivr/fallback",
	status_callback: "https://voice.acme.workers.dev/ivr/status",
	sms_url: "https://texts.acme.workers.dev/sms/inbound",
};
