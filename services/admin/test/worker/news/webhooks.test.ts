import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { NewWebhook, Webhook, WebhookDelivery } from "@cloudpbx/contracts/news/webhooks";
import { webhookEvents } from "@cloudpbx/contracts/words/webhook-words";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, expectJson, giveKey, giveUser, signIn } from "../api.ts";
import { foundCompany } from "../company.ts";

let key: string;
let agent: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
	await giveUser({ email: "agent@acme.example", role: "agent", name: "Ann Agent" });
	agent = await signIn("agent@acme.example");
});

const url = "https://hooks.acme.example/secret-path?token=1";
const ask = (method: string, path: string, body?: unknown) => callApi(path, { key, method, body });

async function audited(action: string): Promise<AuditEvent | undefined> {
	const { items } = await expectJson<Page<AuditEvent>>(await ask("GET", "/api/audit?limit=200"), 200);
	return items.find((event) => event.action === action);
}

describe("webhooks", () => {
	it("are listed and shown without a secret", async () => {
		const { items, nextCursor } = await expectJson<Page<Webhook>>(await ask("GET", "/api/webhooks"), 200);
		expect(items).toMatchObject([{ id: "whk_1", events: ["call.missed"], isPaused: false }]);
		expect(nextCursor).toBeNull();
		const one = await expectJson<Webhook>(await ask("GET", "/api/webhooks/whk_1"), 200);
		expect(JSON.stringify([items, one])).not.toContain("whsec_");
		expect((await ask("GET", "/api/webhooks/whk_2")).status).toBe(404);
	});

	it("are made with a secret, which neither the audit log nor anything else holds", async () => {
		const events = ["message.received", "call.missed", "call.missed"];
		const made = await expectJson<NewWebhook>(await ask("POST", "/api/webhooks", { url, events }), 201);
		expect(made).toMatchObject({ url, events: ["call.missed", "message.received"], description: "" });
		expect(made.secret).toMatch(/^whsec_/);
		const entry = await audited("webhook.create");
		expect(entry?.after).toMatchObject({ host: "hooks.acme.example", events: made.events });
		expect(JSON.stringify(entry)).not.toMatch(/whsec_|secret-path|token/);
	});

	it.each([
		["no address", { events: ["call.ended"] }, "url"],
		["an empty address", { url: " ", events: ["call.ended"] }, "url"],
		["an address that messaging refuses", { url: "http://acme.co", events: ["call.ended"] }, "url"],
		["no events", { url }, "events"],
		["an empty list of events", { url, events: [] }, "events"],
		["an event that there is not", { url, events: ["call.started"] }, "events.0"],
		["an event of people's notices", { url, events: ["number.trouble"] }, "events.0"],
		["too long a description", { url, events: ["call.ended"], description: "x".repeat(201) }, "description"],
	])("are not made with %s", async (_what, body, field) => {
		const problem = await expectJson(await ask("POST", "/api/webhooks", body), 400);
		expect(problem).toMatchObject({ errors: [{ in: "body", field }] });
	});

	it("are changed, paused and resumed, not over what somebody else saved", async () => {
		const paused = await expectJson<Webhook>(
			await ask("PUT", "/api/webhooks/whk_1", { isPaused: true, version: 1 }),
			200,
		);
		expect(paused).toMatchObject({ isPaused: true, version: 2 });
		expect(await audited("webhook.update")).toMatchObject({
			before: { isPaused: false },
			after: { isPaused: true },
		});
		expect(await expectJson(await ask("PUT", "/api/webhooks/whk_1", { version: 7 }), 409)).toMatchObject({
			current: { version: 1 },
		});
		const shown = await expectJson<Webhook>(await ask("GET", "/api/webhooks/whk_1"), 200);
		expect((await ask("PUT", "/api/webhooks/whk_1", shown)).status).toBe(200);
		expect((await ask("PUT", "/api/webhooks/whk_2", {})).status).toBe(404);
	});

	it("get a new secret, are tested, deliver again, and are deleted, each in the audit log", async () => {
		const rotated = await expectJson<object>(await ask("POST", "/api/webhooks/whk_1/secret"), 200);
		expect(rotated).toMatchObject({ secret: "whsec_bmV3", previousSecretUntil: expect.any(String) });
		expect(JSON.stringify(await audited("webhook.secret"))).not.toContain("whsec_");
		const test = await expectJson<WebhookDelivery>(await ask("POST", "/api/webhooks/whk_1/test"), 200);
		expect(test).toMatchObject({ type: "webhook.test", tries: [{ statusCode: 200 }] });
		expect(await audited("webhook.test")).toMatchObject({ after: { status: "delivered" } });
		const again = await ask("POST", "/api/webhooks/whk_1/deliveries/evt_1/redeliver");
		expect(await expectJson(again, 202)).toMatchObject({ status: "pending" });
		expect(await audited("webhook.redeliver")).toMatchObject({ after: { deliveryId: "evt_1" } });
		expect((await ask("POST", "/api/webhooks/whk_1/deliveries/evt_2/redeliver")).status).toBe(404);
		expect((await ask("DELETE", "/api/webhooks/whk_1")).status).toBe(204);
		expect(await audited("webhook.delete")).toMatchObject({ before: { host: "hooks.acme.example" } });
		for (const path of ["secret", "test"])
			expect((await ask("POST", `/api/webhooks/whk_2/${path}`)).status).toBe(404);
		expect((await ask("DELETE", "/api/webhooks/whk_2")).status).toBe(404);
	});

	it("list their deliveries, with the cursor handed through", async () => {
		const list = "/api/webhooks/whk_1/deliveries";
		const first = await expectJson<Page<WebhookDelivery>>(await ask("GET", list), 200);
		expect(first.items).toMatchObject([
			{ id: "evt_1", type: "call.missed", tries: [{ status: "delivered" }] },
		]);
		const next = await expectJson<Page<WebhookDelivery>>(
			await ask("GET", `${list}?cursor=${first.nextCursor}`),
			200,
		);
		expect(next.nextCursor).toBeNull();
		expect((await ask("GET", `${list}?cursor=nonsense`)).status).toBe(400);
		expect((await ask("GET", "/api/webhooks/whk_2/deliveries")).status).toBe(404);
	});

	it("are nothing that an agent sees", async () => {
		for (const [method, path] of [
			["GET", "/api/webhooks"],
			["POST", "/api/webhooks"],
			["GET", "/api/webhooks/whk_1/deliveries"],
			["POST", "/api/webhooks/whk_1/test"],
		] as const) {
			expect(
				(await callApi(path, { cookie: agent, method, body: method === "POST" ? {} : undefined })).status,
			).toBe(403);
		}
	});

	it("send out no more than a key may read itself", async () => {
		const narrow = await giveKey(["webhooks:read", "webhooks:write", "calls:read"]);
		const by = (method: string, path: string, body: unknown) => callApi(path, { key: narrow, method, body });
		expect((await by("POST", "/api/webhooks", { url, events: ["call.missed"] })).status).toBe(201);
		for (const event of webhookEvents.filter((name) => !name.startsWith("call."))) {
			const refused = await expectJson<{ detail: string }>(
				await by("POST", "/api/webhooks", { url, events: [event] }),
				403,
			);
			expect(refused.detail).toMatch(/You lack the scope (voicemails|messages|campaigns|optouts):read/);
		}
		expect((await by("PUT", "/api/webhooks/whk_1", { events: ["message.received"] })).status).toBe(403);
		expect((await by("PUT", "/api/webhooks/whk_1", { isPaused: true })).status).toBe(200);
	});
});
