import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { provisionExtension } from "../../../src/searching/provision-extension.ts";
import { sweepNumbers } from "../../../src/sweep/sweep-numbers.ts";
import { addExtension, db, emptyBooks, loadExtension, testContext } from "../company.ts";
import { FakeCarrier, type Fault } from "../fake-carrier.ts";
import { type Death, MortalProcess } from "../mortal-process.ts";
import { expectClearOutcome, expectNothingUnknown, loadOpenOrders } from "../outcome.ts";

const extensionId = "ext_104";
const stock = ["+12125550100", "+12125550101", "+13475550100", "+14155550100"];

let carrier: FakeCarrier;

beforeEach(openMarket);

async function openMarket(): Promise<void> {
	await emptyBooks();
	carrier = new FakeCarrier().install();
	carrier.available = [...stock];
	await addExtension(extensionId, "104");
}

async function provision(death: Death | null = null, run = 1) {
	const process = new MortalProcess(carrier, death);
	const ending = await process.run((steps, ctx) => provisionExtension(steps, ctx, { extensionId, run }));
	carrier.around = (carryOut) => carryOut();
	return { ending, deeds: process.deeds };
}

async function sweepLater(): Promise<void> {
	carrier.fault = () => null;
	const now = () => new Date(Date.now() + 600_000);
	await sweepNumbers(testContext({ now }));
}

describe("where the number is from", () => {
	it.each([
		["the area code, when it has one", stock, "+12125550100"],
		["a neighbouring code of the same state, when the area code has none", stock.slice(2), "+13475550100"],
		["anywhere in the country, when the state has none", stock.slice(3), "+14155550100"],
	])("is %s", async (_where, available, number) => {
		carrier.available = [...available];
		expect((await provision()).ending).toBe("active");
		expect((await loadExtension(extensionId)).numbers).toEqual([number]);
		await expectClearOutcome(carrier, extensionId);
	});

	it("is nowhere, and the owner reads why, when there is none where the installer allows", async () => {
		carrier.available = ["+14155550100"];
		const process = new MortalProcess(carrier, null);
		await process.run((steps, ctx) =>
			provisionExtension(steps, { ...ctx, searchWidths: ["area", "state"] }, { extensionId, run: 1 }),
		);
		expect(await expectClearOutcome(carrier, extensionId)).toBe("failed");
		expect((await loadExtension(extensionId)).reason).toBe(
			"Twilio has no number to rent in area code 212, in its state. Try again later, or in another area code.",
		);
	});

	it("is the next one when somebody was quicker", async () => {
		const quicker = ["+12125550100", "+12125550101"];
		carrier.meanwhile = (request) => {
			if (request !== "POST /IncomingPhoneNumbers") return;
			const taken = quicker.shift();
			carrier.available = carrier.available.filter((number) => number !== taken);
		};
		expect((await provision()).ending).toBe("active");
		expect((await loadExtension(extensionId)).numbers).toEqual(["+13475550100"]);
		await expectClearOutcome(carrier, extensionId);
	});

	it("is another area when the carrier has none there after all", async () => {
		carrier.fault = (request, index) =>
			request === "POST /IncomingPhoneNumbers" && index < 5 ? { status: 400, code: 21452 } : null;
		expect((await provision()).ending).toBe("active");
		expect((await loadExtension(extensionId)).numbers).toEqual(["+13475550100"]);
	});

	it("is in the end nowhere when somebody is always quicker", async () => {
		carrier.available = Array.from({ length: 40 }, (_, index) => `+1212555${String(1000 + index)}`);
		carrier.meanwhile = (request) => {
			if (request === "POST /IncomingPhoneNumbers") carrier.available.shift();
		};
		expect((await provision()).ending).toBe("failed");
		expect((await loadExtension(extensionId)).reason).toContain("somebody else");
		await expectClearOutcome(carrier, extensionId);
	});
});

describe("dying", () => {
	it("at any statement and any request, before and after it, ends with one number in use", async () => {
		const { deeds } = await provision();
		expect(deeds).toBeGreaterThan(8);
		for (let at = 0; at < deeds; at++) {
			for (const when of ["before", "after"] as const) {
				await openMarket();
				expect((await provision({ at, when })).ending, `${when} deed ${at}`).toBe("active");
				expect(await expectClearOutcome(carrier, extensionId)).toBe("active");
			}
		}
	});

	it("for good at any point leaves nothing unknown, and the next run ends with one number in use", async () => {
		const { deeds } = await provision();
		for (let at = 0; at < deeds; at++) {
			for (const when of ["before", "after"] as const) {
				await openMarket();
				const process = new MortalProcess(carrier, { at, when });
				let isFirst = true;
				await process.run(async (steps, ctx) => {
					if (!isFirst) return;
					isFirst = false;
					await provisionExtension(steps, ctx, { extensionId, run: 1 });
				});
				await expectNothingUnknown(carrier);
				await db.update(extensions).set({ provisioningRun: 2 });
				await provision(null, 2);
				expect(await expectClearOutcome(carrier, extensionId)).toBe("active");
			}
		}
	});
});

const passing: Fault[] = ["lost before", "lost after", "500 before", "500 after", "429"];
const lasting: Fault[] = [...passing, { status: 401, code: 20003 }, { status: 400, code: 21649 }];

describe("faults of the carrier", () => {
	it.each(passing)(
		"that pass (%j) end with one number in use, at whichever request they strike",
		async (fault) => {
			for (let struck = 0; struck < 6; struck++) {
				await openMarket();
				carrier.forgetsWebhooks = true;
				carrier.fault = (_request, index) => (index === struck ? fault : null);
				expect((await provision()).ending, `request ${struck}`).toBe("active");
				await expectClearOutcome(carrier, extensionId);
			}
		},
	);

	it.each(lasting)(
		"that last (%j) leave nothing unknown and end clearly once they are over",
		async (fault) => {
			for (let struck = 0; struck < 6; struck++) {
				await openMarket();
				carrier.forgetsWebhooks = true;
				carrier.fault = (_request, index) => (index >= struck ? fault : null);
				await provision();
				await expectNothingUnknown(carrier);
				await sweepLater();
				await sweepLater();
				await expectClearOutcome(carrier, extensionId);
			}
		},
	);

	it.each(lasting)("on one kind of request for good (%j) end clearly", async (fault) => {
		for (const struck of [
			"GET /AvailablePhoneNumbers/US/Local",
			"GET /IncomingPhoneNumbers",
			"POST /IncomingPhoneNumbers",
			"POST /IncomingPhoneNumbers/PN",
		]) {
			await openMarket();
			carrier.forgetsWebhooks = true;
			carrier.fault = (request) => (request === struck ? fault : null);
			await provision();
			await expectNothingUnknown(carrier);
			await sweepLater();
			await expectClearOutcome(carrier, extensionId);
		}
	});

	it.each([
		[21631, /whose address it knows.*Add the address/],
		[21649, /bundle.*Regulatory Compliance/],
		[10002, /trial.*Upgrade/],
		[22300, /more local numbers.*Ask Twilio's support/],
	])("(error %i) end in its reason, with the next step", async (code, words) => {
		carrier.fault = (request) => (request === "POST /IncomingPhoneNumbers" ? { status: 400, code } : null);
		expect((await provision()).ending).toBe("failed");
		expect((await loadExtension(extensionId)).reason).toMatch(words);
	});

	it("while it is set up give the number back, and the owner reads why", async () => {
		carrier.forgetsWebhooks = true;
		carrier.fault = (request) =>
			request === "POST /IncomingPhoneNumbers/PN" ? { status: 400, code: 21402 } : null;
		expect((await provision()).ending).toBe("failed");
		expect(await expectClearOutcome(carrier, extensionId)).toBe("failed");
		expect((await loadExtension(extensionId)).reason).toContain("21402");
		expect(carrier.requests.at(-1)).toBe("DELETE /IncomingPhoneNumbers/PN");
	});

	it("that hide a purchase for good make it failed; the sweep finds the number and puts it to use", async () => {
		carrier.fault = (request, index) => {
			if (request === "POST /IncomingPhoneNumbers") return "lost after";
			return index > 2 ? "lost before" : null;
		};
		expect((await provision()).ending).toBe("failed");
		expect(await loadOpenOrders()).toEqual([{ number: "+12125550100", status: "buying" }]);
		expect((await loadExtension(extensionId)).reason).toContain("Twilio did not answer");
		await sweepLater();
		expect(await expectClearOutcome(carrier, extensionId)).toBe("active");
	});

	it("are over when the owner retries, and the number that was bought is used, not a second one", async () => {
		carrier.fault = (request, index) =>
			request === "POST /IncomingPhoneNumbers" ? "lost after" : index > 2 ? "lost before" : null;
		await provision();
		carrier.fault = () => null;
		await db.update(extensions).set({ status: "provisioning", provisioningRun: 2 });
		expect((await provision(null, 2)).ending).toBe("active");
		await expectClearOutcome(carrier, extensionId);
		expect(carrier.requests.filter((request) => request === "POST /IncomingPhoneNumbers")).toHaveLength(1);
	});
});

describe("a change of mind", () => {
	it("at any moment of the search leaves no number behind", async () => {
		const { deeds } = await provision();
		for (let at = 0; at < deeds; at++) {
			await openMarket();
			let count = 0;
			const process = new MortalProcess(carrier, null);
			process.before = async () => {
				if (count++ !== at) return;
				await db.update(extensions).set({ status: "inactive" }).where(eq(extensions.id, extensionId));
			};
			await process.run((steps, ctx) => provisionExtension(steps, ctx, { extensionId, run: 1 }));
			carrier.around = (carryOut) => carryOut();
			await expectNothingUnknown(carrier);
			await sweepLater();
			const { status, numbers } = await loadExtension(extensionId);
			expect(status).toBe("inactive");
			expect(
				carrier.rented.map((rented) => rented.phone_number),
				`deed ${at}`,
			).toEqual(numbers);
			expect(await loadOpenOrders()).toEqual([]);
		}
	});

	it("is not overrun by an older run: the newer one's number stays", async () => {
		await db.update(extensions).set({ provisioningRun: 2 });
		expect((await provision(null, 1)).ending).toBe("superseded");
		expect(carrier.requests).toEqual([]);
		expect((await provision(null, 2)).ending).toBe("active");
		expect((await provision(null, 1)).ending).toBe("superseded");
		await expectClearOutcome(carrier, extensionId);
	});
});

describe("two at once", () => {
	it("of the same extension end with one number", async () => {
		await Promise.all([provision(), provision(), provision()]);
		await expectClearOutcome(carrier, extensionId);
	});

	it("of two extensions never share a number", async () => {
		await addExtension("ext_105", "105");
		const steps = { do: <Value>(_name: string, work: () => Promise<Value>) => work() };
		await Promise.all(
			[extensionId, "ext_105"].map((id) =>
				provisionExtension(steps, testContext(), { extensionId: id, run: 1 }),
			),
		);
		const numbers = [
			...(await loadExtension(extensionId)).numbers,
			...(await loadExtension("ext_105")).numbers,
		];
		expect(numbers.sort()).toEqual(["+12125550100", "+12125550101"]);
		expect(carrier.rented).toHaveLength(2);
	});
});
