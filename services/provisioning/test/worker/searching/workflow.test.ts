import { introspectWorkflowInstance } from "cloudflare:test";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { addExtension, db, emptyBooks, loadExtension, testContext, testEnv, webhooks } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";
import { expectClearOutcome } from "../outcome.ts";

const workflow = testEnv.PROVISION_EXTENSION;
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
	carrier.available = ["+12125550100", "+12125550101"];
});

async function waitForStatus(extensionId: string, status: string): Promise<void> {
	await vi.waitFor(async () => expect((await loadExtension(extensionId)).status).toBe(status), {
		timeout: 10_000,
	});
}

function sweepLater() {
	return sweepNumbers(testContext({ now: () => new Date(Date.now() + 600_000) }));
}

describe("the Workflow", () => {
	it("gives the extension a number of its area code, pointed here, in three requests", async () => {
		const extensionId = await addExtension("ext_plain", "104");
		await using instance = await introspectWorkflowInstance(workflow, "ext_plain-1");
		await workflow.create({ id: "ext_plain-1", params: { extensionId, run: 1 } });
		await instance.waitForStatus("complete");
		expect(await instance.getOutput()).toBe("active");
		expect(await loadExtension(extensionId)).toEqual({
			status: "active",
			reason: null,
			numbers: ["+12125550100"],
		});
		const label = "CloudPBX 104 (ext_plain)";
		expect(carrier.rented).toEqual([
			expect.objectContaining({ phone_number: "+12125550100", friendly_name: label, ...webhooks }),
		]);
		expect(carrier.requests).toEqual([
			"GET /AvailablePhoneNumbers/US/Local",
			"GET /IncomingPhoneNumbers",
			"POST /IncomingPhoneNumbers",
		]);
	});

	it("repeats a step whose answer was lost, and buys once", async () => {
		const extensionId = await addExtension("ext_lost", "104");
		carrier.fault = (_request, index) => (index % 2 === 0 ? "lost after" : null);
		await workflow.create({ id: "ext_lost-1", params: { extensionId, run: 1 } });
		await waitForStatus(extensionId, "active");
		await expectClearOutcome(carrier, extensionId);
	});

	it("ends in words when the carrier never answers", async () => {
		const extensionId = await addExtension("ext_silent", "104");
		carrier.fault = () => "lost before";
		await using instance = await introspectWorkflowInstance(workflow, "ext_silent-1");
		await instance.modify((modifier) => modifier.disableRetryDelays());
		await workflow.create({ id: "ext_silent-1", params: { extensionId, run: 1 } });
		await instance.waitForStatus("complete");
		expect(await expectClearOutcome(carrier, extensionId)).toBe("failed");
		expect((await loadExtension(extensionId)).reason).toContain("Twilio did not answer");
		expect(carrier.requests).toHaveLength(6);
	});

	it("keeps no carrier id and no credentials among its results", async () => {
		const extensionId = await addExtension("ext_secret", "104");
		await using instance = await introspectWorkflowInstance(workflow, "ext_secret-1");
		await workflow.create({ id: "ext_secret-1", params: { extensionId, run: 1 } });
		await instance.waitForStatus("complete");
		const results = await Promise.all(
			["order number 1", "buy number 1", "store number"].map((name) => instance.waitForStepResult({ name })),
		);
		expect(JSON.stringify(results)).not.toMatch(/PN[0-9a-f]{32}|AC0{32}|12345/);
	});
});

describe("the sweep", () => {
	it("starts a Workflow that never was started", async () => {
		const extensionId = await addExtension("ext_never", "104");
		await sweepLater();
		await waitForStatus(extensionId, "active");
		await expectClearOutcome(carrier, extensionId);
	});

	it("starts another run when the first one died", async () => {
		const extensionId = await addExtension("ext_dead", "104");
		await using instance = await introspectWorkflowInstance(workflow, "ext_dead-1");
		await instance.modify(async (modifier) => {
			await modifier.disableRetryDelays();
			await modifier.mockStepError({ name: "order number 1" }, new Error("D1 is away"));
			await modifier.mockStepError({ name: "drop number" }, new Error("D1 is away"));
		});
		await workflow.create({ id: "ext_dead-1", params: { extensionId, run: 1 } });
		await instance.waitForStatus("errored");
		expect((await loadExtension(extensionId)).status).toBe("provisioning");

		await sweepLater();
		await waitForStatus(extensionId, "active");
		await expectClearOutcome(carrier, extensionId);
		const [row] = await db.select().from(extensions).where(eq(extensions.id, extensionId));
		expect(row?.provisioningRun).toBe(2);
	});

	it("does not start a second run beside one that waits to try again", async () => {
		const extensionId = await addExtension("ext_alive", "104");
		let isAway = true;
		carrier.fault = () => (isAway ? "lost before" : null);
		await workflow.create({ id: "ext_alive-1", params: { extensionId, run: 1 } });
		await vi.waitFor(() => expect(carrier.requests.length).toBeGreaterThan(0));
		const aMinuteLater = () => new Date("2026-11-22T12:01:00Z");
		await sweepNumbers(testContext({ now: aMinuteLater, retryBaseSeconds: 3600 }));
		isAway = false;
		await waitForStatus(extensionId, "active");
		const [row] = await db.select().from(extensions).where(eq(extensions.id, extensionId));
		expect(row?.provisioningRun).toBe(1);
	});

	it("starts a second run beside one that says for too long that it is alive, and one number is rented", async () => {
		const extensionId = await addExtension("ext_hung", "104");
		let isHung = true;
		let count = 0;
		carrier.around = async (carryOut) => {
			const isFirst = count++ === 0;
			const response = await carryOut();
			while (isFirst && isHung) await new Promise((resolve) => setTimeout(resolve, 5));
			return response;
		};
		await workflow.create({ id: "ext_hung-1", params: { extensionId, run: 1 } });
		await vi.waitFor(() => expect(count).toBe(1));
		await sweepLater();
		await waitForStatus(extensionId, "active");
		isHung = false;
		const first = await workflow.get("ext_hung-1");
		await vi.waitFor(async () => expect((await first.status()).status).toBe("complete"));
		await expectClearOutcome(carrier, extensionId);
	});
});
