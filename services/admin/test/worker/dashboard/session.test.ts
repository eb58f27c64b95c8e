import { type Scope, scopes, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import type { Session } from "@cloudpbx/contracts/api/session";
import { conversations } from "@cloudpbx/db/schema/messaging";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type CallOptions, callApi, db, expectJson, giveKey, giveUser, signIn } from "../api.ts";
import { foundCompany } from "../company.ts";

beforeAll(async () => {
	await foundCompany();
	await db.update(phoneNumbers).set({ label: "Main line" }).where(eq(phoneNumbers.id, "num_main"));
	const at = new Date("2026-11-01T12:00:00Z");
	const conversation = (id: string, row: Partial<typeof conversations.$inferInsert>) => ({
		id,
		contactNumber: `+1415555${id.length}${id.charCodeAt(5)}`,
		ourNumber: "+18005550100",
		mode: "assistant" as const,
		listedAt: at,
		createdAt: at,
		...row,
	});
	await db
		.insert(conversations)
		.values([
			conversation("conv_a", { mode: "waiting", unreadCount: 2 }),
			conversation("conv_b", { mode: "waiting" }),
			conversation("conv_c", { mode: "closed", unreadCount: 1 }),
			conversation("conv_d", { unreadCount: 1 }),
			conversation("conv_e", { mode: "waiting", unreadCount: 1, listedAt: null }),
		]);
});

const read = async (options: CallOptions) => expectJson<Session>(await callApi("/api/session", options), 200);
const numbers = [
	{ id: "num_101", number: "+14155550101", label: null, extension: "101", kind: "local" },
	{ id: "num_main", number: "+18005550100", label: "Main line", extension: null, kind: "toll_free" },
];

it("tells an owner everything that the screens need", async () => {
	await giveUser({ id: "usr_olive", email: "olive@acme.example", name: "Olive", extensionId: "ext_102" });
	const env = { COMPANY_NAME: "Acme Corp", PHONES_URL: "http://localhost:8787/simulator/" };
	expect(await read({ cookie: await signIn("olive@acme.example"), env })).toEqual({
		person: { id: "usr_olive", name: "Olive", email: "olive@acme.example", extension: "102", groups: [] },
		role: "owner",
		scopes: [...scopes],
		companyName: "Acme Corp",
		timeZone: "America/New_York",
		phonesUrl: "http://localhost:8787/simulator/",
		numbers,
		badges: { conversationsWaiting: 2, conversationsUnread: 3, voicemailsUnheard: 3 },
	});
});

it("follows the settings", async () => {
	const key = await giveKey();
	const body = { companyName: "Acme Ltd", timeZone: "America/Denver" };
	await callApi("/api/settings", { key, method: "PUT", body });
	expect(await read({ key })).toMatchObject({ companyName: "Acme Ltd", timeZone: "America/Denver" });
});

describe("an agent", () => {
	it("is told the company's numbers, and of the voicemail that of the own extension", async () => {
		await giveUser({ email: "jane@acme.example", role: "agent", extensionId: "ext_101" });
		const session = await read({ cookie: await signIn("jane@acme.example") });
		expect(session).toMatchObject({ role: "agent", scopes: scopesOfRole.agent, numbers });
		expect(session.badges).toEqual({
			conversationsWaiting: 2,
			conversationsUnread: 3,
			voicemailsUnheard: 1,
		});
	});

	it("without an extension has no voicemail, and with keys that are new to them not what was left before", async () => {
		await giveUser({ email: "nobody@acme.example", role: "agent" });
		const nobody = await read({ cookie: await signIn("nobody@acme.example") });
		expect(nobody.badges.voicemailsUnheard).toBe(0);

		const made = new Date("2026-11-10T12:00:00Z");
		const at = { createdAt: made, updatedAt: made };
		await db.insert(extensions).values({ id: "ext_new", ext: "103", name: "New", status: "active", ...at });
		const left = (id: string, extensionId: string, row = {}) => ({
			id,
			extensionId,
			carrierRecordingId: id,
			callId: "call_2",
			extension: "103",
			status: "stored" as const,
			transcriptStatus: "pending" as const,
			createdAt: made,
			...row,
		});
		await db
			.insert(voicemails)
			.values([
				left("vm_before", "ext_103"),
				left("vm_since", "ext_new"),
				left("vm_heard", "ext_new", { listenedAt: made }),
			]);
		await giveUser({ email: "new@acme.example", role: "agent", extensionId: "ext_new" });
		const cookie = await signIn("new@acme.example");
		expect((await read({ cookie })).badges.voicemailsUnheard).toBe(1);
		const listed = await expectJson<{ items: { listenedAt: string | null }[] }>(
			await callApi("/api/voicemails", { cookie }),
			200,
		);
		expect(listed.items.filter(({ listenedAt }) => listenedAt === null)).toHaveLength(1);
	});
});

describe("a key", () => {
	it.each<[string, Scope[], string[], number]>([
		["nothing of use", ["audit:read"], [], 0],
		["numbers:read", ["numbers:read"], [], 2],
		["messages:read", ["messages:read"], ["conversationsUnread", "conversationsWaiting"], 2],
		["voicemails:read", ["voicemails:read"], ["voicemailsUnheard"], 0],
	])("with %s is told no more than that", async (_name, granted, badges, count) => {
		const session = await read({ key: await giveKey(granted) });
		expect(session).toMatchObject({ person: null, role: null, scopes: granted });
		expect(Object.keys(session.badges).sort()).toEqual(badges);
		expect(session.numbers).toHaveLength(count);
		expect(session.companyName).not.toBe("");
	});
});
