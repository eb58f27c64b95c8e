import type { CallOutcome } from "@cloudpbx/contracts/calls/calls";
import { noticeChoices, users } from "@cloudpbx/db/schema/admin";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { eventEars, officeEvents } from "@cloudpbx/db/schema/events";
import { noticeEvents, notices } from "@cloudpbx/db/schema/notices";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { EmailSender } from "../../../src/context.ts";
import { planNotices } from "../../../src/notices/plan-notices.ts";
import { contact, db, foundCompany, mainLine } from "../company.ts";
import { Workshop } from "../workshop.ts";

type Choices = Partial<typeof noticeChoices.$inferInsert>;

export const janesPhone = "+14155550151";
export const samsPhone = "+14155550152";
/** In New York, the company's time zone. */
export const noon = new Date("2026-11-20T17:00:00Z");
export let shop: Workshop;
export let emails: Parameters<EmailSender["send"]>[0][] = [];
let count = 0;

/** Call it once in each file. */
export function setUpNotices(): void {
	beforeAll(async () => {
		await foundCompany();
		await db
			.insert(extensions)
			.values([
				extension("102", "Sam Lee", { forwardTo: samsPhone }),
				extension("103", "Ana Ruiz", { forwardTo: null }),
				extension("150", "Sales", { kind: "group", members: ["ext_101", "ext_102", "ext_103"] }),
			]);
		await db
			.insert(users)
			.values([
				user("jane", "ext_101"),
				user("sam", "ext_102"),
				user("ana", "ext_103"),
				user("olivia", null, "owner"),
			]);
		await db.insert(contacts).values({
			id: "contact_1",
			number: contact,
			name: "Ann Smith",
			sortName: "ann smith",
			createdAt: noon,
			updatedAt: noon,
		});
	});

	beforeEach(async () => {
		emails = [];
		await db.update(eventEars).set({ notices: "" });
		for (const table of [officeEvents, noticeEvents, notices, noticeChoices]) await db.delete(table);
		await db.delete(optOuts);
		await db.update(users).set({ deactivatedAt: null });
		shop = new Workshop({
			email: { send: async (email) => void emails.push(email) },
			isEmailOn: true,
			noticeEmailFrom: "phone@acme.example",
			dashboardUrl: "https://pbx.example.com",
		});
		shop.at = noon;
	});

	afterEach(() => {
		vi.unstubAllGlobals();
	});
}

function extension(ext: string, name: string, more: Partial<typeof extensions.$inferInsert>) {
	return {
		id: `ext_${ext}`,
		ext,
		name,
		status: "active" as const,
		createdAt: noon,
		updatedAt: noon,
		...more,
	};
}

function user(name: string, extensionId: string | null, role: "agent" | "owner" = "agent") {
	const email = `${name}@acme.example`;
	return { id: `usr_${name}`, name, email, role, extensionId, createdAt: noon, updatedAt: noon };
}

export const choose = (name: string, choices: Choices) =>
	db.insert(noticeChoices).values({ userId: `usr_${name}`, updatedAt: noon, ...choices });

export async function call(
	outcome: CallOutcome,
	more: Partial<typeof calls.$inferInsert> = {},
): Promise<string> {
	const id = `call_${++count}`;
	const ended = { startedAt: shop.at, endedAt: shop.at, status: "completed" as const };
	await db.insert(calls).values({
		id,
		carrierId: `CA${count}`,
		direction: "inbound",
		fromNumber: contact,
		toNumber: mainLine,
		extension: "101",
		outcome,
		...ended,
		...more,
	});
	await hear("call.missed", id);
	return id;
}

export async function voicemail(more: Partial<typeof voicemails.$inferInsert> = {}): Promise<string> {
	const id = `vm_${++count}`;
	const callId = await call("voicemail", { extension: more.extension ?? "101" });
	await db.insert(voicemails).values({
		id,
		carrierRecordingId: `RE${count}`,
		callId,
		extension: "101",
		extensionId: "ext_101",
		fromNumber: contact,
		durationSeconds: 12,
		status: "stored",
		transcriptStatus: "pending",
		createdAt: shop.at,
		...more,
	});
	await hear("voicemail.stored", id);
	return id;
}

export const hear = (event: string, subjectId: string, id = `evt_${subjectId}`) =>
	planNotices(shop.messaging, [{ id, event, subjectId, at: shop.at }]);

export const textsTo = (phone: string) => shop.carrier.sent(phone).map(({ body }) => body);
export const emailsTo = (name: string) => emails.filter(({ to }) => to === `${name}@acme.example`);
export const reasons = async () => (await db.select().from(notices)).map(({ reason }) => reason);
