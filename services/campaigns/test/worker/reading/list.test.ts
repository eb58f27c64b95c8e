import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { foundCompany } from "../../../../messaging/test/worker/company.ts";
import { followTexts } from "../../../src/outcomes/follow-texts.ts";
import { CampaignsService } from "../../../src/rpc.ts";
import { clearCampaigns, loadCampaign, unwrap } from "../rows.ts";
import { Stage, somePeople, testEnv } from "../stage.ts";

beforeAll(foundCompany);
beforeEach(clearCampaigns);

it("the list of campaigns has reports taken over behind its answer, for the next look", async () => {
	const stage = new Stage();
	const [one = ""] = somePeople(1);
	const id = await stage.create([one]);
	await stage.liveUntilEnded(id);
	while (await followTexts(stage.owner));
	await stage.report(one, "delivered");
	const context = createExecutionContext();
	const service = new CampaignsService(context, testEnv as unknown as CampaignsEnv);
	const shown = unwrap(await service.listCampaigns({ limit: 50 }));
	expect(shown.items).toMatchObject([{ id, counts: { total: 1 } }]);
	await waitOnExecutionContext(context);
	expect(await loadCampaign(id)).toMatchObject({ deliveredCount: 1 });
});
