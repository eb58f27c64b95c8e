import { settings } from "@cloudpbx/db/schema/admin";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { scheduleCampaign, updateCampaign } from "../../../src/planning/change-campaign.ts";
import { createCampaign, replaceRecipients } from "../../../src/planning/create-campaign.ts";
import { duplicateCampaign } from "../../../src/planning/duplicate-campaign.ts";
import { sweep } from "../../../src/sweep.ts";
import { clearCampaigns, loadCampaign, loadRecipients, unwrap } from "../rows.ts";
import { db, inAnHour, mainLine, numbersOf, olivia, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const inTwoHours = "2026-11-20T20:00:00.000Z";

describe("a draft that is being written", () => {
	it.each([
		{ what: "message", recipients: () => somePeople(1), message: "" },
		{ what: "message", recipients: () => somePeople(1), message: " \n\t" },
		{ what: "recipients", recipients: () => [], message: "Hi. Reply STOP to opt out." },
	])("is stored without $what, and cannot be scheduled or started", async ({ what, recipients, message }) => {
		const stage = new Stage();
		const made = await stage.create(recipients(), { message }, true);
		for (const startAt of [inAnHour, null]) {
			expect(await scheduleCampaign(stage.owner, made, startAt)).toMatchObject({
				error: { code: "precondition_failed", message: expect.stringContaining(`no ${what} yet`) },
			});
		}
		await sweep(stage.owner);
		expect(await loadCampaign(made)).toMatchObject({ status: "draft", version: 1 });
	});

	it("goes out once it has both", async () => {
		const stage = new Stage();
		const made = await stage.create([], { message: "" }, true);
		const people = somePeople(2);
		await updateCampaign(stage.owner, made, { message: "Hi. Reply STOP to opt out." });
		await replaceRecipients(stage.owner, made, numbersOf(people));
		expect(await scheduleCampaign(stage.owner, made, null)).toMatchObject({ ok: true });
		await stage.liveUntilEnded(made);
		expect(people.map((one) => stage.sentTo(one))).toEqual([1, 1]);
	});

	it("may lose its message; a campaign that is scheduled may not", async () => {
		const stage = new Stage();
		const draft = await stage.create(somePeople(1), {}, true);
		expect(await updateCampaign(stage.owner, draft, { message: "" })).toMatchObject({
			value: { message: "" },
		});
		const scheduled = await stage.create(somePeople(1), { startAt: inAnHour });
		for (const message of ["", " "]) {
			expect(await updateCampaign(stage.owner, scheduled, { message })).toMatchObject({
				error: { code: "precondition_failed", message: expect.stringContaining("needs a message") },
			});
		}
	});
});

describe("recipients in countries that are switched off", () => {
	const [jamaica, satellite] = ["+18765550199", "+881612345678"];
	const allow = (value: string[]) =>
		db
			.insert(settings)
			.values({ key: "callCountries", value, updatedAt: new Date() })
			.onConflictDoUpdate({ target: settings.key, set: { value } });
	const statusesOf = async (id: string) =>
		(await loadRecipients(id)).map(({ number, status, reason }) => [number, status, reason]);
	const aside = expect.stringContaining("switched off");

	afterEach(() => db.delete(settings));

	it("are set aside by name, in a copy by the countries of then, and get their text if their country is allowed meanwhile", async () => {
		const stage = new Stage();
		const [ann = ""] = somePeople(1);
		const made = await stage.create([ann, jamaica], {}, true);
		expect(await statusesOf(made)).toEqual([
			[ann, "queued", null],
			[jamaica, "skipped", aside],
		]);
		expect(await loadCampaign(made)).toMatchObject({ queuedCount: 1, skippedCount: 1 });
		const copy = unwrap(await duplicateCampaign(stage.owner, made, null, olivia));
		expect(copy.counts).toMatchObject({ queued: 1, skipped: 1 });
		await allow(["US", "JM"]);
		const later = unwrap(await duplicateCampaign(stage.owner, made, null, olivia));
		expect(later.counts).toMatchObject({ queued: 2, skipped: 0 });
		unwrap(await scheduleCampaign(stage.owner, made, null));
		await stage.liveUntilEnded(made);
		expect([stage.sentTo(ann), stage.sentTo(jamaica)]).toEqual([1, 1]);
		expect(await loadCampaign(made)).toMatchObject({ queuedCount: 0, skippedCount: 0 });
	});

	it("get none if their country is switched off after the list was stored", async () => {
		const stage = new Stage();
		const [ann = ""] = somePeople(1);
		await allow(["US", "JM"]);
		const made = await stage.create([ann, jamaica], {}, true);
		expect(await loadCampaign(made)).toMatchObject({ queuedCount: 2 });
		await db.delete(settings);
		unwrap(await scheduleCampaign(stage.owner, made, null));
		await stage.liveUntilEnded(made);
		expect([stage.sentTo(ann), stage.sentTo(jamaica)]).toEqual([1, 0]);
		expect((await statusesOf(made))[1]).toEqual([jamaica, "skipped", aside]);
	});

	it("make no campaign alone", async () => {
		const stage = new Stage();
		const plan = { name: "Sale", message: "Hi. Reply STOP to opt out." };
		const recipients = numbersOf([jamaica, satellite]);
		expect(await createCampaign(stage.owner, { plan, recipients, isDraft: false }, olivia)).toMatchObject({
			error: { code: "bad_input", message: expect.stringContaining("Nobody is left to text.") },
		});
	});
});

describe("a version", () => {
	it("grows with the plan, the recipients and the schedule", async () => {
		const stage = new Stage();
		const made = await stage.create(somePeople(1), {}, true);
		expect((await loadCampaign(made)).version).toBe(1);
		await updateCampaign(stage.owner, made, { name: "Other" });
		await updateCampaign(stage.owner, made, {});
		expect((await loadCampaign(made)).version).toBe(2);
		await replaceRecipients(stage.owner, made, numbersOf(somePeople(2)));
		expect((await loadCampaign(made)).version).toBe(3);
		await scheduleCampaign(stage.owner, made, inAnHour);
		expect((await loadCampaign(made)).version).toBe(4);
	});

	it("that is old changes nothing, and the refusal contains both values", async () => {
		const stage = new Stage();
		const made = await stage.create(somePeople(2), {}, true);
		unwrap(await updateCampaign(stage.owner, made, { name: "Mine", version: 1 }));
		const sent = { name: "Yours", requireConsent: true, fromNumber: "(800) 555-0100", version: 1 };
		expect(await updateCampaign(stage.owner, made, sent)).toMatchObject({
			error: {
				code: "conflict",
				current: { id: made, name: "Mine", requireConsent: false, version: 2 },
				sent: { ...sent, fromNumber: mainLine },
			},
		});
		expect(await updateCampaign(stage.owner, made, { version: 1 })).toMatchObject({
			error: { code: "conflict" },
		});
		expect((await loadRecipients(made)).map(({ status }) => status)).toEqual(["queued", "queued"]);
		expect(await loadCampaign(made)).toMatchObject({ name: "Mine", version: 2, queuedCount: 2 });
		expect(await updateCampaign(stage.owner, made, { ...sent, version: 2 })).toMatchObject({
			value: { name: "Yours", version: 3, counts: { skipped: 2 } },
		});
	});

	it("lets one of two simultaneous changes win", async () => {
		const stage = new Stage();
		const made = await stage.create(somePeople(1), {}, true);
		const names = ["Ann", "Bob", "Eve"];
		const results = await Promise.all(
			names.map((name) => updateCampaign(stage.owner, made, { name, version: 1 })),
		);
		const won = results.findIndex(({ ok }) => ok);
		expect(results.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await loadCampaign(made)).toMatchObject({ name: names[won], version: 2 });
	});

	it("matters less than the state: a started campaign is not changed", async () => {
		const stage = new Stage();
		const made = await stage.create(somePeople(1));
		expect(await updateCampaign(stage.owner, made, { name: "Late", version: 1 })).toMatchObject({
			error: { code: "precondition_failed" },
		});
	});
});

describe("a scheduled campaign's start", () => {
	it.each([
		["later", inTwoHours, 7200],
		["earlier", "2026-11-20T18:10:00.000Z", 600],
	])("is moved %s by a change of its plan", async (_where, startAt, seconds) => {
		const stage = new Stage(undefined, {}, undefined, 4 * 3600);
		const made = await stage.create(somePeople(1), { startAt: inAnHour });
		expect(await updateCampaign(stage.owner, made, { startAt })).toMatchObject({
			value: { status: "scheduled", startAt },
		});
		await stage.live(seconds - 1);
		expect(stage.takenAt()).toEqual([]);
		await stage.live(3);
		expect(stage.takenAt()).toHaveLength(1);
		expect(await updateCampaign(stage.owner, made, { startAt: inTwoHours })).toMatchObject({
			error: { code: "precondition_failed" },
		});
	});
});
