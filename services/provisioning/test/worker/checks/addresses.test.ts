import { beforeEach, expect, it } from "vitest";
import { buyNumber } from "../../../src/buying/buy-number.ts";
import { checkNumbers } from "../../../src/checks/check-numbers.ts";
import { createContext } from "../../../src/context.ts";
import { adoptNumber } from "../../../src/numbers/adopt-number.ts";
import { repairNumber } from "../../../src/numbers/repair-number.ts";
import { ProvisioningService } from "../../../src/rpc.ts";
import { provisionExtension } from "../../../src/searching/provision-extension.ts";
import { sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { addExtension, emptyBooks, loadExtension, rentNumber, testContext, testEnv } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";

const context = { waitUntil: () => undefined, passThroughOnException: () => undefined } as never;
const placeholder = "https://cloudpbx.example.com";
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	carrier = new FakeCarrier().install();
	carrier.available = ["+12125550100"];
});

it.each([
	["VOICE_URL", placeholder, "placeholder"],
	["MESSAGING_URL", placeholder, "placeholder"],
	["MESSAGING_URL", "http://phones.acme.co", "https://"],
	["VOICE_URL", "", "not set"],
	["TWILIO_AUTH_TOKEN", "", "not set"],
	["TWILIO_AUTH_TOKEN", "12345", "5 characters"],
])("is not healthy with %s %j", async (name, address, words) => {
	const health = await new ProvisioningService(context, { ...testEnv, [name]: address }).health();
	const message = expect.stringMatching(new RegExp(`provisioning: ${name} .*${words}`));
	expect(health).toMatchObject({ ok: false, error: { code: "precondition_failed", message } });
});

it("is healthy with two hosts", async () => {
	expect(await new ProvisioningService(context, testEnv).health()).toMatchObject({ ok: true });
});

it("touches no number while an address is wrong, and says why", async () => {
	const drifted = await rentNumber(carrier, "+12125550150");
	Object.assign(carrier.rented[0] ?? {}, { voice_url: "" });
	await addExtension("ext_1", "104");
	const { addressFault } = createContext({ ...testEnv, VOICE_URL: placeholder }, context);
	const ctx = testContext({ addressFault });
	const refused = { ok: false, error: { code: "precondition_failed", message: addressFault } };
	expect(addressFault).toContain("placeholder");

	expect(await buyNumber(ctx, { kind: "local", areaCode: "212" })).toEqual(refused);
	expect(await adoptNumber(ctx, "+12125550150")).toEqual(refused);
	expect(await repairNumber(ctx, drifted)).toEqual(refused);
	expect(await checkNumbers(ctx)).toEqual(refused);
	await sweepNumbers(ctx);
	const steps = { do: <Value>(_name: string, work: () => Promise<Value>) => work() };
	await provisionExtension(steps, ctx, { extensionId: "ext_1", run: 1 });

	expect(carrier.requests).toEqual([]);
	expect(await loadExtension("ext_1")).toEqual({ status: "failed", reason: addressFault, numbers: [] });
});
