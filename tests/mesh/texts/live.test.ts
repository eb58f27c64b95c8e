import { afterAll, beforeAll, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";
import { LiveBrowser } from "./live-browser.ts";

const mainLine = "+18005550100";
const caller = "+14155550177";
const password = "a long enough secret";

let mesh: TestMesh;
let api: ReturnType<typeof apiClient>;
const as: Record<"olive" | "jane" | "ana", Record<string, string>> = { olive: {}, jane: {}, ana: {} };

beforeAll(async () => {
	mesh = await startTestMesh();
	api = apiClient(mesh);
	await mesh.network.setSpeed(10);
	as.olive = await signIn(mesh.access.email, mesh.access.password);
	as.jane = await invite("jane@acme.example", "Jane Smith", "101");
	as.ana = await invite("ana@acme.example", "Ana Ruiz", "103");
}, 120_000);
afterAll(() => stopTestMesh(mesh));

async function signIn(email: string, secret: string): Promise<Record<string, string>> {
	const response = await fetch(`${mesh.url}/api/auth/sign-in/email`, {
		method: "POST",
		headers: { "content-type": "application/json", origin: mesh.url },
		body: JSON.stringify({ email, password: secret }),
	});
	expect(response.status).toBe(200);
	const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
	return { cookie: cookie.join("; "), origin: mesh.url };
}

async function invite(email: string, name: string, extension: string): Promise<Record<string, string>> {
	const { body } = await api<{ token: string }>("POST", "/invitations", { email, role: "agent", extension });
	const accepted = await api("POST", "/invitations/accept", { token: body.token, name, password });
	expect(accepted.status).toBe(201);
	return signIn(email, password);
}

function text(body: string, from = caller): Promise<unknown> {
	return mesh.network.send("POST", "/messages", { from, to: mainLine, body });
}

it("tells an owner of every voicemail and an agent of the own one, with who called", async () => {
	const olive = await LiveBrowser.open(mesh, as.olive);
	const jane = await LiveBrowser.open(mesh, as.jane);
	const ana = await LiveBrowser.open(mesh, as.ana);
	const call = await mesh.network.dial(caller, "+14155550103");
	await call.leaveMessage(3, "Please call me back.");
	await call.expectEnds();
	const left = await ana.hears(({ kind }) => kind === "voicemail");
	expect(left).toMatchObject({ extension: "103", from: caller, voicemailId: expect.stringMatching(/^vm_/) });
	await olive.hears(({ voicemailId }) => voicemailId === left.voicemailId);
	await olive.hears(({ kind, status }) => kind === "call" && status === "completed");

	await text("A text behind it");
	const isText = ({ kind }: { kind: string }) => kind === "message";
	const message = await jane.hears(isText);
	expect(message).toMatchObject({ from: caller, to: mainLine, direction: "inbound", author: "contact" });
	await ana.hears(isText);
	const kindsOf = (browser: LiveBrowser) => new Set(browser.frames.map(({ kind }) => kind));
	expect(kindsOf(jane)).toEqual(new Set(["hello", "message"]));
	expect(kindsOf(ana)).toEqual(new Set(["hello", "voicemail", "message"]));
	for (const browser of [olive, jane, ana]) browser.close();
});

it("tells who looks at a conversation and who writes, until they are gone", async () => {
	const olive = await LiveBrowser.open(mesh, as.olive);
	const jane = await LiveBrowser.open(mesh, as.jane);
	await text("Who reads this?");
	const { conversationId } = await jane.hears(({ kind }) => kind === "message");
	for (const kind of ["viewing", "writing"]) jane.say({ kind, conversationId });
	const seen = (state: string) => olive.hears((frame) => frame.kind === "presence" && frame.state === state);
	expect(await seen("viewing")).toEqual({
		kind: "presence",
		conversationId,
		person: { id: expect.stringMatching(/^usr_/), name: "Jane Smith" },
		state: "viewing",
	});
	await seen("writing");
	const ana = await LiveBrowser.open(mesh, as.ana);
	expect(await ana.hears(({ kind }) => kind === "presence")).toMatchObject({
		conversationId,
		state: "writing",
	});
	jane.close();
	await seen("away");
	expect(jane.frames.filter(({ kind }) => kind === "presence")).toEqual([]);
	olive.close();
	ana.close();
});

it("tells of an extension through its states, and of its number", async () => {
	const olive = await LiveBrowser.open(mesh, as.olive);
	const { body } = await api<{ id: string }>("POST", "/extensions", {
		ext: "150",
		name: "New Person",
		department: "",
		email: "new@acme.example",
		areaCode: "212",
	});
	for (const status of ["provisioning", "active"]) {
		await olive.hears((frame) => frame.extensionId === body.id && frame.status === status);
	}
	await olive.hears(({ kind }) => kind === "number");
	olive.close();
});

it("catches up after a break, and says reset to whoever was away too long", async () => {
	const before = await LiveBrowser.open(mesh, as.olive);
	const { seq = 0 } = await before.hears(({ kind }) => kind === "hello");
	before.close();
	await before.isClosed;
	const witness = await LiveBrowser.open(mesh, as.olive);
	await text("While you were away");
	const { seq: missed } = await witness.hears(({ kind }) => kind === "message");
	const after = await LiveBrowser.open(mesh, as.olive, seq);
	expect(after.frames.map((frame) => frame.seq)).toContain(missed);
	expect(after.frames.at(-1)?.kind).toBe("hello");
	const lost = await LiveBrowser.open(mesh, as.olive, 999_999_999);
	expect(lost.frames.map(({ kind }) => kind).slice(0, 2)).toEqual(["reset", "hello"]);
	for (const browser of [witness, after, lost]) browser.close();
});

it("closes a key's socket at once when it is revoked here, within a minute otherwise, and no other", async () => {
	const openWithKey = async (name: string) => {
		const made = { name, scopes: ["messages:read"] };
		const { body } = await api<{ id: string; key: string }>("POST", "/keys", made);
		return { id: body.id, browser: await LiveBrowser.open(mesh, { authorization: `Bearer ${body.key}` }) };
	};
	const here = await openWithKey("here");
	const elsewhere = await openWithKey("elsewhere");
	const kept = await openWithKey("kept");
	await mesh.query("UPDATE api_keys SET revoked_at = ? WHERE id = ?", Date.now(), elsewhere.id);
	await until("the other socket to be closed", async () => elsewhere.browser.isClosing, 60);
	expect((await api("DELETE", `/keys/${here.id}`)).status).toBe(204);
	await until("the socket to be closed at once", async () => here.browser.isClosing, 5);
	await text("Still there?");
	await kept.browser.hears(({ kind }) => kind === "message");
	expect(await Promise.all([here.browser.isClosed, elsewhere.browser.isClosed])).toEqual([4001, 4001]);
	kept.browser.close();
}, 120_000);
