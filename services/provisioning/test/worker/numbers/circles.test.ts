import { settings } from "@cloudpbx/db/schema/admin";
import { beforeEach, expect, it } from "vitest";
import { buyNumber } from "../../../src/buying/buy-number.ts";
import { adoptNumber } from "../../../src/numbers/adopt-number.ts";
import { addExtension, db, emptyBooks, testContext } from "../company.ts";
import { FakeCarrier } from "../fake-carrier.ts";

const emergencyPhone = "+12125550100";
const janesPhone = "+12125550101";
let carrier: FakeCarrier;

beforeEach(async () => {
	await emptyBooks();
	await db.delete(settings);
	await db.insert(settings).values({ key: "fallbackNumber", value: emergencyPhone, updatedAt: new Date() });
	await addExtension("ext_101", "101", { status: "active", forwardTo: janesPhone });
	await addExtension("ext_102", "102", { status: "inactive", forwardTo: "+12125550102" });
	carrier = new FakeCarrier().install();
});

it.each([
	[emergencyPhone, "The setting for emergencies"],
	[janesPhone, "Extension 101"],
])("does not take up %s, to which calls are forwarded", async (number, who) => {
	carrier.rent(number);
	const message = expect.stringMatching(new RegExp(`^${who}.*circle`));
	expect(await adoptNumber(testContext(), number)).toMatchObject({ ok: false, error: { message } });
});

it("buys no number to which calls are forwarded", async () => {
	carrier.available = [emergencyPhone, janesPhone, "+12125550102"];
	const bought = await buyNumber(testContext(), { kind: "local", areaCode: "212" });
	expect(bought).toMatchObject({ ok: true, value: { number: "+12125550102" } });
});
