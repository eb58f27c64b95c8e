import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { db, testEnv } from "./api.ts";

export const caller = "+14155550199";
export const sound = new Uint8Array(1000).map((_, index) => index % 251);

export async function foundCompany(): Promise<void> {
	const at = new Date("2026-11-01T12:00:00Z");
	const person = (ext: string, name: string) => ({
		id: `ext_${ext}`,
		ext,
		name,
		email: `${name.toLowerCase()}@acme.example`,
		status: "active" as const,
		createdAt: at,
		updatedAt: at,
	});
	const call = (id: string, minutes: number, row: Partial<typeof calls.$inferInsert> = {}) => ({
		id,
		carrierId: id.toUpperCase(),
		direction: "inbound" as const,
		fromNumber: caller,
		toNumber: "+18005550100",
		status: "completed" as const,
		startedAt: new Date(at.getTime() + minutes * 60_000),
		...row,
	});
	const voicemail = (id: string, extension: string, row: Partial<typeof voicemails.$inferInsert> = {}) => ({
		id,
		carrierRecordingId: id,
		callId: "call_2",
		extension,
		extensionId: `ext_${extension}`,
		fromNumber: caller,
		durationSeconds: 7,
		status: "recorded" as const,
		transcriptStatus: "pending" as const,
		createdAt: at,
		...row,
	});
	const audio = { status: "stored" as const, audioKey: "voicemail/vm_101.mp3", audioBytes: sound.length };
	const transcript = {
		transcript: '=SUM(A1), "urgent"\nplease call',
		transcriptStatus: "completed" as const,
		transcriptSource: "twilio" as const,
	};
	await db.batch([
		db
			.insert(extensions)
			.values([
				person("101", "Jane"),
				person("102", "Sam"),
				{ ...person("103", "Old"), status: "inactive" },
				{ ...person("104", "Failed"), id: "ext_failed", status: "failed", reason: "There is none." },
			]),
		db.insert(phoneNumbers).values([
			{ id: "num_main", number: "+18005550100", kind: "toll_free", createdAt: at },
			{ id: "num_101", number: "+14155550101", kind: "local", extensionId: "ext_101", createdAt: at },
		]),
		db.insert(calls).values([
			call("call_1", 1, {
				extension: "101",
				outcome: "answered",
				durationSeconds: 30,
				talkSeconds: 22,
				endedAt: at,
				answeredAt: at,
			}),
			call("call_2", 2, { extension: "102", outcome: "voicemail", fromNumber: null }),
			call("call_3", 3, { direction: "outbound", outcome: "failed", toNumber: "+14155550177" }),
			call("call_4", 24 * 60, { extension: "101" }),
		]),
		db.insert(callEvents).values([
			{ callId: "call_1", step: "received", kind: "received", at, detail: {} },
			{ callId: "call_1", step: "ring-101", kind: "extension_rang", at, detail: { extension: "101" } },
		]),
		db
			.insert(voicemails)
			.values([
				voicemail("vm_101", "101", { ...audio, ...transcript }),
				voicemail("vm_102", "102", { createdAt: new Date(at.getTime() + 1) }),
				voicemail("vm_deleted", "101", { deletedAt: at }),
				voicemail("vm_gone", "102"),
			]),
	]);
	await testEnv.VOICEMAIL_AUDIO.put("voicemail/vm_101.mp3", sound);
	await testEnv.MESSAGE_MEDIA.put("media/media_picture", sound);
	await testEnv.MESSAGE_MEDIA.put("media/media_page", "<script>alert(1)</script>");
}
