import type { CampaignCounts, CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";
import { countOf, formatInteger } from "../../../words/counts.ts";
import { countTexted, countUnsettled } from "./campaign-status.ts";
import { people } from "./describe-review.ts";

const texts = { one: "text", other: "texts" };

export function describeReport(
	status: CampaignStatus,
	counts: CampaignCounts,
	reason: string | null,
): string {
	if (status === "failed")
		return `${reason ?? "It could not be sent."} Duplicate it as a draft to try again.`;
	const texted = countTexted(counts);
	const arrived = `${formatInteger(counts.delivered)} of ${countOf(texted, people)} got it`;
	const lost = counts.undelivered + counts.failed;
	const missed = lost === 0 ? "" : `, ${formatInteger(lost)} did not`;
	const unsettled = countUnsettled(counts);
	const open =
		unsettled === 0
			? ""
			: ` Of ${countOf(unsettled, texts)} there is no word on the delivery yet; some networks never give one.`;
	if (texted === 0) return "Nobody was texted: all of them were left out.";
	const begin = status === "cancelled" ? "Cancelled by hand. " : "";
	return `${begin}${arrived}${missed}.${open}`;
}
