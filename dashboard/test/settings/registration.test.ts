import { runChecks } from "@cloudpbx/domain/diagnosis/check";
import { type SenderFacts, senderChecks } from "@cloudpbx/domain/diagnosis/sender-checks";
import { expect, it } from "vitest";
import { nextPageOf, sendingWords } from "../../src/screens/settings/registration/words.ts";

const registered = (status: "none" | "pending" | "approved" | "rejected") => ({ status, reason: null });
const sender = { canText: false, tollFreeVerification: null, brand: null, campaign: null };

it("leads from every finding about a sender to the page where the next step is taken", () => {
	const always = senderChecks.map((check) => ({
		...check,
		check: (facts: SenderFacts) => [facts] as never[],
	}));
	const facts: SenderFacts = {
		id: "num_1",
		number: "+14155550101",
		kind: "local",
		needsCampaign: true,
		verification: null,
		service: null,
		campaign: null,
		brand: null,
	};
	const findings = runChecks(always, facts);
	expect(findings.length).toBeGreaterThan(8);
	for (const finding of findings)
		expect([finding.id, nextPageOf(finding)?.href]).toEqual([
			finding.id,
			expect.stringMatching(/^(https:\/\/console\.twilio\.com\/|\/extensions$)/),
		]);
});

it.each([
	[{ canText: true }, "Arrive"],
	[{ tollFreeVerification: registered("pending") }, "Not Yet"],
	[{ brand: registered("approved"), campaign: registered("pending") }, "Not Yet"],
	[{ brand: registered("pending"), campaign: registered("none") }, "Do Not Arrive"],
	[{ tollFreeVerification: registered("rejected") }, "Do Not Arrive"],
])("says whether texts arrive: %j", (known, word) => {
	expect(sendingWords({ ...sender, ...known }).word).toBe(word);
});
