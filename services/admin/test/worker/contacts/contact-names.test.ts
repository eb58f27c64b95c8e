import type { Page } from "@cloudpbx/contracts/api/page";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { beforeAll, expect, it } from "vitest";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import { caller, foundCompany } from "../company.ts";

interface Named {
	id: string;
	contactName: string | null;
}

let key: string;
let withoutContacts: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	withoutContacts = await giveKey(["calls:read", "voicemails:read", "messages:read", "messages:send"]);
	await db.delete(contacts);
	await callApi("/api/contacts", { key, body: { number: caller, name: "Carol", company: "Acme" } });
	await callApi("/api/contacts", { key, body: { number: "+14155550177", company: "Bright" } });
});

const get = async <Body>(path: string, by = key) => expectJson<Body>(await callApi(path, { key: by }), 200);
const namesOf = async (path: string, by = key) =>
	(await get<Page<Named>>(path, by)).items.map(({ contactName }) => contactName);
const nameOf = async (path: string, by = key) => (await get<Named>(path, by)).contactName;
const numbers = `${encodeURIComponent(caller)}/${encodeURIComponent("+18005550100")}`;

it("are those of the other end, or of the company, in calls, voicemail, conversations and found texts", async () => {
	// The third one went to a contact with a company only.
	expect(await namesOf("/api/calls")).toEqual(["Carol", "Bright", null, "Carol"]);
	expect(await nameOf("/api/calls/call_1")).toBe("Carol");
	expect(await nameOf("/api/calls/call_3")).toBe("Bright");
	expect(new Set(await namesOf("/api/voicemails"))).toEqual(new Set(["Carol"]));
	expect(await nameOf("/api/voicemails/vm_101")).toBe("Carol");
	expect(await namesOf("/api/conversations")).toEqual(["Carol"]);
	expect(await nameOf(`/api/conversations/${numbers}`)).toBe("Carol");
	expect(await namesOf("/api/messages?q=hello")).toEqual(["Carol"]);
	const ref = { from: caller, to: "+18005550100" };
	for (const verb of ["takeover", "handback", "close", "read", "unread"]) {
		const answer = await callApi(`/api/conversations/${verb}`, { key, body: ref });
		expect((await expectJson<Named>(answer, 200)).contactName, verb).toBe("Carol");
	}
});

it("are shown to nobody who may not read contacts", async () => {
	for (const path of ["/api/calls", "/api/voicemails", "/api/conversations", "/api/messages?q=hello"]) {
		expect(new Set(await namesOf(path, withoutContacts)), path).toEqual(new Set([null]));
	}
	expect(await nameOf("/api/calls/call_1", withoutContacts)).toBeNull();
	expect(await nameOf("/api/voicemails/vm_101", withoutContacts)).toBeNull();
	expect(await nameOf(`/api/conversations/${numbers}`, withoutContacts)).toBeNull();
});

it("cost one statement for a page of another Worker's, and none besides that of a list of our own", async () => {
	for (const [path, roundTrips] of [
		["/api/conversations", 2],
		["/api/calls", 2],
		["/api/voicemails", 2],
	] as const) {
		const { database, cost } = measureDatabase(testEnv.DB);
		await callApi(path, { key, env: { DB: database } });
		expect(cost.roundTrips, path).toBe(roundTrips);
	}
});
