import { introspectWorkflowInstance } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { extensions, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createContext } from "../../src/context.ts";
import { sweep } from "../../src/cron.ts";
import { updateExtension } from "../../src/extensions/update-extension.ts";
import { addExtension, db, emptyBooks, testEnv, webhooks } from "./company.ts";
import { FakeCarrier } from "./fake-carrier.ts";

const service = exports.ProvisioningService;
const messaging = testEnv.MESSAGING as unknown as { takeTold(): Promise<LiveEvent[]> };
let carrier: FakeCarrier;

const jo = { ext: "104", name: "Jo", department: "", email: "jo@acme.example", forwardTo: null };

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
	carrier.available = ["+18005550100", "+12125550100", "+12125550101"];
	await messaging.takeTold();
});

async function expectTold(...expected: string[]): Promise<void> {
	const told: string[] = [];
	await vi.waitFor(async () => {
		told.push(...(await messaging.takeTold()).map(describeEvent));
		expect(told).toEqual(expected);
	});
}

function describeEvent(event: LiveEvent): string {
	if (event.kind === "extension") return `${event.extensionId} ${event.status}`;
	return event.kind === "number" ? event.numberId : event.kind;
}

async function addNumber(number: string, extensionId: string | null = null): Promise<string> {
	const { sid } = carrier.rent(number, webhooks);
	const id = `num_${sid.slice(2)}`;
	const kind = number.startsWith("+18") ? "toll_free" : "local";
	const row = { id, number, carrierId: sid, kind, extensionId, createdAt: new Date() } as const;
	await db.insert(phoneNumbers).values(row);
	return id;
}

describe("browsers hear of an extension", () => {
	it("that is made, gets its number by a Workflow, is changed and deactivated", async () => {
		const made = await service.createExtension({ ...jo, areaCode: "212" });
		if (!made.ok) throw new Error(made.error.message);
		const extensionId = made.value.id;
		await vi.waitFor(async () => {
			const [row] = await db.select().from(extensions).where(eq(extensions.id, extensionId));
			expect(row?.status).toBe("active");
		});
		const [number] = await db.select().from(phoneNumbers);
		const numberId = number?.id ?? "";
		await expectTold(`${extensionId} provisioning`, numberId, `${extensionId} active`);
		await service.updateExtension(extensionId, { name: "Joan" });
		await expectTold(`${extensionId} active`, numberId);
		await service.deactivateExtension(extensionId, { release: false });
		await expectTold(`${extensionId} inactive`, numberId);
		await service.deactivateExtension(extensionId, { release: true });
		await expectTold(numberId, numberId, `${extensionId} inactive`);
	});

	it("that finds no number, and looks for one again", async () => {
		carrier.available = [];
		const extensionId = await addExtension("ext_unlucky", "104");
		await using instance = await introspectWorkflowInstance(testEnv.PROVISION_EXTENSION, "ext_unlucky-1");
		await testEnv.PROVISION_EXTENSION.create({ id: "ext_unlucky-1", params: { extensionId, run: 1 } });
		await instance.waitForStatus("complete");
		await expectTold("ext_unlucky failed");
		carrier.available = ["+12125550101"];
		await service.retryExtension(extensionId);
		await vi.waitFor(async () => expect((await db.select().from(phoneNumbers)).length).toBe(1));
		const [number] = await db.select().from(phoneNumbers);
		await expectTold("ext_unlucky provisioning", number?.id ?? "", "ext_unlucky active");
	});

	it("of nothing that was refused", async () => {
		await addExtension("ext_here", "104", { status: "active" });
		await service.createExtension(jo);
		await service.updateExtension("ext_unknown", { name: "Joan" });
		await service.retryExtension("ext_here");
		await service.deactivateExtension("ext_unknown", { release: true });
		await service.releaseNumber("num_unknown");
		await service.updateExtension("ext_here", { name: "Joan" });
		await expectTold("ext_here active");
	});
});

describe("browsers hear of a number", () => {
	it("that is bought, labelled, repaired and released", async () => {
		const bought = await service.buyNumber({ kind: "toll_free" });
		const id = bought.ok ? bought.value.id : "";
		await expectTold(id);
		await service.labelNumber(id, { label: "Sales line" });
		await expectTold(id);
		await service.repairNumber(id);
		await expectTold(id);
		await service.releaseNumber(id);
		await expectTold(id, id);
	});

	it("that is adopted, and of one that is rented again", async () => {
		const { sid } = carrier.rent("+12125550100");
		const adopted = await service.adoptNumber({ number: "+12125550100" });
		const id = adopted.ok ? adopted.value.id : "";
		expect(id).toBe(`num_${sid.slice(2)}`);
		await expectTold(id);
		carrier.rented = [];
		carrier.available = ["+12125550100"];
		expect(await service.repairNumber(id)).toMatchObject({ ok: true });
		await expectTold(id);
	});

	it("that is assigned, of the one that was there before, and of both extensions", async () => {
		await addExtension("ext_a", "104", { status: "active" });
		await addExtension("ext_b", "105", { status: "failed" });
		const ofA = await addNumber("+12125550100", "ext_a");
		const ofB = await addNumber("+12125550101", "ext_b");
		await service.assignNumber(ofA, "ext_b");
		await expectTold(ofA, ofB, "ext_a active", "ext_b active");
		await service.assignNumber(ofA, null);
		await expectTold(ofA, "ext_b active");
	});

	it("that the sweep releases", async () => {
		await addExtension("ext_gone", "104", { status: "inactive" });
		const id = await addNumber("+12125550100", "ext_gone");
		await db.update(phoneNumbers).set({ releaseAt: new Date(0) });
		const waiting: Promise<unknown>[] = [];
		const controller = { scheduledTime: Date.now(), cron: "", type: "scheduled" as const, noRetry() {} };
		await sweep(controller, testEnv, { waitUntil: (work) => void waiting.push(work) });
		await Promise.all(waiting);
		await expectTold(id, "ext_gone inactive");
	});
});

it("does its work when messaging is down, and does not wait for it", async () => {
	const extensionId = await addExtension("ext_calm", "104", { status: "active" });
	for (const publishLive of [
		() => Promise.reject(new Error("down")),
		() => new Promise(() => undefined),
		() => {
			throw new TypeError("there is no such binding");
		},
	]) {
		const env = { ...testEnv, MESSAGING: { publishLive } as unknown as ProvisioningEnv["MESSAGING"] };
		const ctx = createContext(env, { waitUntil: () => undefined });
		const changed = await updateExtension(ctx, extensionId, { name: "Joan" });
		expect(changed).toMatchObject({ ok: true, value: { name: "Joan" } });
	}
});
