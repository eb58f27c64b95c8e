import { beforeAll, describe, expect, it } from "vitest";
import { foundCompany } from "../../services/messaging/test/worker/company.ts";
import { loadCampaign, loadCounts, loadRecipients, Stage, somePeople } from "./stage.ts";

beforeAll(foundCompany);

describe("a campaign", () => {
	it("reaches everybody once", async () => {
		const stage = new Stage();
		const people = somePeople(40);
		const id = await stage.create(people);
		await stage.liveUntilEnded(id);
		expect(people.map((one) => stage.sentTo(one))).toEqual(people.map(() => 1));
		expect(await loadCampaign(id)).toMatchObject({ status: "completed", takenCount: 40 });
		expect((await loadRecipients(id)).map(({ status }) => status)).toEqual(people.map(() => "sent"));
		const { kept, counted } = await loadCounts(id);
		expect(kept).toEqual(counted);
	});
});
