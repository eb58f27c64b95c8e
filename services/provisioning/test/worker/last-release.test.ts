import { createExecutionContext, introspectWorkflowInstance, waitOnExecutionContext } from "cloudflare:test";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { beforeEach, expect, it, vi } from "vitest";
import { ProvisioningService } from "../../src/rpc.ts";
import { addExtension, db, emptyBooks, loadExtension, testEnv, webhooks } from "./company.ts";
import { FakeCarrier } from "./fake-carrier.ts";
import release from "./releases/0.1.0.json" with { type: "json" };

const { workflow, calls } = release;
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
	carrier.available = ["+18005550100", "+12125550100", "+12125550101", "+16465550100"];
	carrier.rent("+14155550189");
	await addExtension("ext_101", "101", { status: "active", forwardTo: "+14155550151" });
	await addExtension("ext_failed", "102", { status: "failed", reason: "There was no number." });
	const rent = (id: string, number: string) => {
		const { sid } = carrier.rent(number, webhooks);
		return { id, number, carrierId: sid, kind: "local" as const, createdAt: new Date() };
	};
	await db
		.insert(phoneNumbers)
		.values([rent("num_sales", "+14155550101"), rent("num_spare", "+14155550102")]);
});

it("goes on with a Workflow that the last release began", async () => {
	await addExtension(workflow.extensionId, "105");
	await using instance = await introspectWorkflowInstance(testEnv.PROVISION_EXTENSION, "ext_waiting-1");
	await testEnv.PROVISION_EXTENSION.create({ id: "ext_waiting-1", params: workflow });
	await instance.waitForStatus("complete");
	expect(await loadExtension(workflow.extensionId)).toMatchObject({ status: "active" });
});

it("answers the last release's calls as they were answered", async () => {
	const context = createExecutionContext();
	const service = new ProvisioningService(context, testEnv);
	for (const { method, input, answer } of calls) {
		const ask = service[method as keyof ProvisioningService] as (...input: unknown[]) => Promise<unknown>;
		const answered = await ask.apply(service, input);
		expect(answered, method).toMatchObject({ ...answer });
		if (method === "retryExtension") await waitForNumber("ext_failed");
	}
	await waitOnExecutionContext(context);
	const rented = carrier.rented.map(({ phone_number }) => phone_number).sort();
	expect(rented).toContain("+18005550100");
	expect(rented).not.toContain("+14155550102");
});

async function waitForNumber(extensionId: string): Promise<void> {
	await vi.waitFor(async () => expect((await loadExtension(extensionId)).status).toBe("active"), {
		timeout: 10_000,
	});
}
