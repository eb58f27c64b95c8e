import type { SendTextRequest } from "@cloudpbx/contracts/texts/sending";
import { campaigns } from "@cloudpbx/db/schema/campaigns";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { messageEvents, messages, sendingHours } from "@cloudpbx/db/schema/messaging";
import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach } from "vitest";
import { readSendRequests } from "../../../src/gate/read-send-requests.ts";
import { sendTexts } from "../../../src/gate/send-texts.ts";
import { db, foundCompany, mainLine } from "../company.ts";
import type { Workshop } from "../workshop.ts";

/** Call it once in each file. */
export function setUpSending(): void {
	beforeAll(async () => {
		await foundCompany();
		await db.insert(campaigns).values({
			id: "cmp_1",
			name: "Sale",
			message: "Sale today.",
			status: "sending",
			fromNumber: mainLine,
			quietHours: true,
			requireConsent: false,
			isComplete: true,
			createdAt: new Date(),
		});
	});

	// All tests are in the same hour, and together they exceed Olivia's ceiling.
	beforeEach(() => db.delete(sendingHours));
}

let count = 0;
export const somebody = () => `+1415555${String(5000 + ++count)}`;
const newId = () => `msg_${String(++count).padStart(16, "0")}`;
export const olivia = { kind: "user" as const, id: "usr_1", name: "Olivia", role: "owner" as const };

type Wish = Partial<Parameters<typeof readSendRequests>[0][number]>;

export function request(wish: Wish = {}) {
	return {
		id: newId(),
		from: mainLine,
		to: somebody(),
		body: "Your machine is ready.",
		category: "transactional" as const,
		origin: { kind: "person" as const, actor: olivia },
		quietHours: true,
		...wish,
	} satisfies SendTextRequest;
}

export const campaign = (recipientId: string) => ({
	kind: "campaign" as const,
	campaignId: "cmp_1",
	recipientId,
});

export async function send(shop: Workshop, ...wishes: ReturnType<typeof request>[]) {
	return sendTexts(shop.messaging, await readSendRequests(wishes));
}

export async function loadMessage(id: string) {
	const [row] = await db.select().from(messages).where(eq(messages.id, id));
	return row;
}

export async function historyOf(id: string) {
	const rows = await db
		.select()
		.from(messageEvents)
		.where(eq(messageEvents.messageId, id))
		.orderBy(asc(messageEvents.id));
	return rows.map(({ kind }) => kind);
}

export async function optOut(number: string): Promise<void> {
	await db.insert(optOuts).values({ number, source: "keyword", at: new Date() });
}
