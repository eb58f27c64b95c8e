import { campaigns as campaignTable } from "@cloudpbx/db/schema/campaigns";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { newCampaignId } from "../../../src/derive-id.ts";
import { scheduleCampaign, updateCampaign } from "../../../src/planning/change-campaign.ts";
import { createCampaign } from "../../../src/planning/create-campaign.ts";
import { duplicateCampaign } from "../../../src/planning/duplicate-campaign.ts";
import { previewCampaign } from "../../../src/planning/preview/preview-campaign.ts";
import { previewStored } from "../../../src/planning/preview/preview-stored.ts";
import { testCampaign } from "../../../src/planning/test-campaign.ts";
import { clearCampaigns, loadCampaign, unwrap } from "../rows.ts";
import { db, inAnHour, mainLine, olivia, Stage, somePeople } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

const message = "Our sale starts today. Reply STOP to opt out.";
const foreign = "Hi {{contact.name | default: 'there'}}, our sale starts today. Reply STOP to opt out.";
const ago = (stage: Stage, seconds: number) =>
	new Date(stage.owner.now().getTime() - seconds * 1000).toISOString();

describe("a start in the past", () => {
	it("is refused wherever a start is chosen, with a minute's grace", async () => {
		const stage = new Stage();
		const make = (startAt: string, isDraft = false) => {
			const recipients = somePeople(1).map((number) => ({ number }));
			return createCampaign(
				stage.owner,
				{ plan: { name: "Sale", message, startAt }, recipients, isDraft },
				olivia,
			);
		};
		const refused = {
			ok: false,
			error: { code: "bad_input", message: expect.stringMatching(/^startAt: .* in the past/) },
		};
		for (const isDraft of [false, true]) expect(await make(ago(stage, 61), isDraft)).toMatchObject(refused);
		expect(await db.select().from(campaignTable)).toEqual([]);
		expect(await make(ago(stage, 59))).toMatchObject({ ok: true, value: { status: "sending" } });
		const draft = await stage.create(somePeople(1), {}, true);
		expect(await updateCampaign(stage.owner, draft, { startAt: ago(stage, 61) })).toMatchObject(refused);
		expect(await scheduleCampaign(stage.owner, draft, ago(stage, 3600))).toMatchObject(refused);
		expect(await scheduleCampaign(stage.owner, draft, "1999-01-01T00:00:00.000Z")).toMatchObject(refused);
		expect(await loadCampaign(draft)).toMatchObject({ status: "draft", version: 1 });
		expect(await scheduleCampaign(stage.owner, draft, ago(stage, 30))).toMatchObject({ ok: true });
	});

	it("answers a request that is repeated after its start", async () => {
		const stage = new Stage();
		const id = newCampaignId();
		const startAt = new Date(stage.owner.now().getTime() + 60_000).toISOString();
		const recipients = somePeople(1).map((number) => ({ number }));
		const make = () =>
			createCampaign(
				stage.owner,
				{ id, plan: { name: "Sale", message, startAt }, recipients, isDraft: false },
				olivia,
			);
		expect(await make()).toMatchObject({ ok: true, value: { status: "scheduled" } });
		await stage.live(600);
		expect(await make()).toMatchObject({ ok: true, value: { id } });
	});
});

describe("merge fields of another system", () => {
	const refused = {
		ok: false,
		error: { code: "bad_input", message: expect.stringContaining("{{contact.name|there}}") },
	};

	it("are refused when a campaign is made, changed, scheduled, started or tested, and never sent", async () => {
		const stage = new Stage();
		const recipients = somePeople(1).map((number) => ({ number }));
		const plan = { name: "Sale", message: foreign };
		expect(await createCampaign(stage.owner, { plan, recipients, isDraft: false }, olivia)).toMatchObject(
			refused,
		);
		const scheduled = await stage.create(somePeople(1), { startAt: inAnHour });
		expect(await updateCampaign(stage.owner, scheduled, { message: foreign })).toMatchObject(refused);
		expect(await loadCampaign(scheduled)).toMatchObject({ message, status: "scheduled" });
		const draft = await stage.create(somePeople(1), { message: foreign }, true);
		expect(await scheduleCampaign(stage.owner, draft, null)).toMatchObject(refused);
		expect(await scheduleCampaign(stage.owner, draft, inAnHour)).toMatchObject(refused);
		expect(await testCampaign(stage.owner, draft, "+14155550123", olivia)).toMatchObject(refused);
		expect(await loadCampaign(draft)).toMatchObject({ status: "draft" });
		unwrap(await updateCampaign(stage.owner, draft, { message: "Hi {{contact.name|there}}. Reply STOP." }));
		expect(await scheduleCampaign(stage.owner, draft, null)).toMatchObject({ ok: true });
	});

	it("are warned of in both previews", async () => {
		const stage = new Stage();
		const recipients = somePeople(1).map((number) => ({ number }));
		const draft = await stage.create(somePeople(1), { message: foreign }, true);
		for (const preview of [
			await previewCampaign(stage.owner, { message: foreign }, recipients),
			await previewStored(stage.owner, draft, {}, null),
		]) {
			expect(unwrap(preview).warnings).toContainEqual({
				code: "merge_fields",
				message: expect.stringContaining("“{{contact.name | default: 'there'}}”"),
			});
		}
	});

	it("in a value are data", async () => {
		const stage = new Stage();
		const [number = ""] = somePeople(1);
		const recipients = [{ number, fields: { name: "{{city}} {x}", city: "Rome" } }];
		const preview = await previewCampaign(stage.owner, { message: "Hi {{name}}. Reply STOP." }, recipients);
		expect(unwrap(preview)).toMatchObject({ sample: "Hi {{city}} {x}. Reply STOP.", warnings: [] });
	});
});

describe("a preview", () => {
	it("sets aside texts that are too long once their fields are filled in, and says whose", async () => {
		const stage = new Stage();
		const [long = "", short = ""] = somePeople(2);
		const recipients = [
			{ number: long, fields: { note: "x".repeat(900) } },
			{ number: short, fields: { note: "hi" } },
		];
		const plan = { message: "{{note}} {{note}}. Reply STOP." };
		const preview = unwrap(await previewCampaign(stage.owner, plan, recipients));
		expect(preview).toMatchObject({ kept: 1, setAside: { too_long: 1 }, segments: { perMessageMax: 1 } });
		expect(preview.examples).toEqual([
			{ number: long, reason: "too_long", words: expect.stringMatching(/^too long: /) },
		]);
	});

	it("names time zones that are no place, stored or not, and counts those who have one", async () => {
		const stage = new Stage();
		const [one = "", other = "", third = ""] = somePeople(3);
		const recipients = [
			{ number: one, timeZone: "UTC" },
			{ number: other, timeZone: "EST" },
			{ number: third, timeZone: "US/Pacific" },
		];
		const draft = await stage.create(recipients, { message }, true);
		for (const preview of [
			await previewCampaign(stage.owner, { message }, recipients),
			await previewStored(stage.owner, draft, {}, null),
		]) {
			expect(unwrap(preview).warnings).toEqual([
				{ code: "time_zones", message: expect.stringMatching(/^2 recipients .*“UTC”, “EST”/) },
			]);
		}
	});
});

describe("a list of which nobody is left", () => {
	it("makes no campaign, and says why", async () => {
		const stage = new Stage();
		const people = somePeople(2);
		await db
			.insert(optOuts)
			.values(people.map((number) => ({ number, source: "person" as const, at: stage.owner.now() })));
		for (const isDraft of [false, true]) {
			const recipients = people.map((number) => ({ number }));
			expect(
				await createCampaign(stage.owner, { plan: { name: "Sale", message }, recipients, isDraft }, olivia),
			).toMatchObject({
				error: { code: "bad_input", message: expect.stringContaining("2 × opted out") },
			});
		}
		expect(await db.select().from(campaignTable)).toEqual([]);
		await db.delete(optOuts);
	});
});

describe("a request under a key", () => {
	const idOf = (key: string, request: string) => `cmp_${key.padEnd(16, "0")}${request.padEnd(16, "0")}`;

	it("is refused when another one came under it first, at once or later, on either route", async () => {
		const stage = new Stage();
		const make = (id: string, name: string) => {
			const recipients = somePeople(1).map((number) => ({ number }));
			return createCampaign(stage.owner, { id, plan: { name, message }, recipients, isDraft: true }, olivia);
		};
		const made = await Promise.all([
			make(idOf("a", "1"), "One"),
			make(idOf("a", "2"), "Two"),
			make(idOf("b", "1"), "Three"),
		]);
		expect(made.map(({ ok }) => ok).filter((isMade) => isMade)).toHaveLength(2);
		expect(made.find(({ ok }) => !ok)).toMatchObject({ error: { code: "conflict" } });
		const first = made[0]?.ok ? idOf("a", "1") : idOf("a", "2");
		expect(await make(first, "One")).toMatchObject({ ok: true, value: { id: first } });
		expect(await duplicateCampaign(stage.owner, first, idOf("a", "3"), olivia)).toMatchObject({
			error: { code: "conflict" },
		});
		expect(await duplicateCampaign(stage.owner, first, idOf("c", "3"), olivia)).toMatchObject({ ok: true });
		expect(await make(idOf("c", "4"), "Four")).toMatchObject({ error: { code: "conflict" } });
		expect(unwrap(await make(idOf("d", "1"), "Five"))).toMatchObject({ fromNumber: mainLine });
	});
});
