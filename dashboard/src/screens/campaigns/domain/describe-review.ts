import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type { SetAsideReason } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { countOf, formatInteger, formatList, formatMoney } from "../../../words/counts.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";
import { formatClock, formatDay, isoDay } from "../../../words/times.ts";

export const people = { one: "person", other: "people" };
const texts = { one: "text", other: "texts" };

interface Moment {
	now: number;
	timeZone: string;
}

export function describeTexts({
	segments: { perMessageMin: least, perMessageMax: most },
}: CampaignPreview): string {
	if (least === most) return `${countOf(most, texts)} each`;
	return `${formatInteger(least)}–${countOf(most, texts)} each`;
}

export function describeReview(
	preview: CampaignPreview,
	{ fromNumber, startAt }: { fromNumber: string | null; startAt: string | null },
	moment: Moment,
): string {
	const { kept, total, estimate } = preview;
	if (total === 0) return "Nobody is in the list yet.";
	if (kept === 0) return `Nobody is left to text: all ${formatInteger(total)} are left out.`;
	const isLater = startAt !== null && Date.parse(startAt) > moment.now;
	const parts = [
		countOf(kept, people),
		describeTexts(preview),
		`about ${formatMoney(estimate.cost)}`,
		...(fromNumber === null ? [] : [`from ${formatNumber(fromNumber)}`]),
		isLater ? `starts ${describeTime(startAt, moment)}` : "starts now",
		...(estimate.finishesAt === null ? [] : [`ends about ${describeTime(estimate.finishesAt, moment)}`]),
	];
	const out = total - kept;
	const rest = out === 0 ? "" : `; ${countOf(out, { one: "is", other: "are" })} left out`;
	return `${parts.join(", ")}${rest}.`;
}

/** "5:40 PM", with the date when it is another day. */
export function describeTime(at: string, { now, timeZone }: Moment): string {
	const clock = formatClock(at, timeZone);
	if (isoDay(at, timeZone) === isoDay(now, timeZone)) return clock;
	const isTomorrow = isoDay(at, timeZone) === isoDay(now + 86_400_000, timeZone);
	return `${isTomorrow ? "tomorrow" : formatDay(at, now, timeZone)} at ${clock}`;
}

const asideForms: Record<SetAsideReason, { one: string; other: string }> = {
	invalid: { one: "is no telephone number", other: "are no telephone numbers" },
	duplicate: { one: "is listed twice", other: "are listed twice" },
	country_forbidden: {
		one: "is in a country that is switched off",
		other: "are in countries that are switched off",
	},
	opted_out: { one: "has opted out", other: "have opted out" },
	pair_closed: { one: "has opted out of this sender", other: "have opted out of this sender" },
	landline: { one: "is a landline", other: "are landlines" },
	no_consent: { one: "has no consent on record", other: "have no consent on record" },
	too_long: { one: "would get a text that is too long", other: "would get a text that is too long" },
};

/** "1 is no telephone number and 2 have opted out"; empty when nobody is left out. */
export function describeAside(setAside: CampaignPreview["setAside"]): string {
	const reasons = Object.entries(setAside) as [SetAsideReason, number][];
	return formatList(
		reasons.filter(([, count]) => count > 0).map(([reason, count]) => countOf(count, asideForms[reason])),
	);
}
