import { beforeEach, expect, it } from "vitest";
import { buyNumber } from "../../../src/buying/buy-number.ts";
import { checkNumbers } from "../../../src/checks/check-numbers.ts";
import { openProvisioning } from "../../../src/context.ts";
import { adoptNumber } from "../../../src/numbers/adopt-number.ts";
import { repairNumber } from "../../../src/numbers/repair-number.ts";
import { ProvisioningService } from "../../../src/rpc.ts";
import { provisionExtension } from "../../../src/searching/provision-extension.ts";
import { sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import {
	addExtension,
	emptyBooks,
	loadExtension,
	rentNumber,
	testEnv,
	testProvisioning,
} from "../company.ts";
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
	const { addressFault } = openProvisioning({ ...testEnv, VOICE_URL: placeholder }, context);
	const provisioning = testProvisioning({ addressFault });
	const refused = { ok: false, error: { code: "precondition_failed", message: addressFault } };
	expect(addressFault).toContain("placeholder");

	expect(await buyNumber(provisioning, { kind: "local", areaCode: "212" })).toEqual(refused);
	expect(await adoptNumber(provisioning, "+12125550150")).toEqual(refused);
	expect(await repairNumber(provisioning, drifted)).toEqual(refused);
	expect(await checkNumbers(provisioning)).toEqual(refused);
	await sweepNumbers(provisioning, testEnv.PROVISION_EXTENSION as never);
	const steps = { do: <Value>(_name: string, work: () => Promise<Value>) => work() };
	await provisionExtension(steps, provisioning, { extensionId: "ext_1", run: 1 });

	expect(carrier.requests).toEqual([]);
	expect(await loadExtension("ext_1")).toEqual({ status: "failed", reason: addressFault, numbers: [] });
});
