import type { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import type { SetAsideReason } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { type Result, refuse } from "@cloudpbx/contracts/errors";
import { findErasedOptOuts } from "@cloudpbx/db/erased-opt-outs";
import { campaignRecipients } from "@cloudpbx/db/schema/campaigns";
import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { erasedNumber } from "../../outcomes/erased-number.ts";
import { loadCampaign } from "../../reading/load-campaign.ts";
import { campaignSteps } from "../campaign-states.ts";
import { findForbidden } from "../recipients/sort-recipients.ts";
import { asideReasonOf, entryWords } from "../recipients/store-recipients.ts";
import { uploadWords } from "../what-is-missing.ts";
import {
	type PreviewedPlan,
	type PreviewFacts,
	type PreviewPart,
	partSize,
	previewParts,
} from "./preview-campaign.ts";

/** Previews a stored campaign with its plan changed by `patch`. Checks recipients again: opt-outs may be newer. */
export async function previewStored(
	ctx: Context,
	id: string,
	patch: Partial<PreviewedPlan>,
	position: number | null,
): Promise<Result<CampaignPreview>> {
	const found = await loadCampaign(ctx, id);
	if (!found.ok) return found;
	const { status, isComplete } = found.value;
	if (!campaignSteps.edit.from.includes(status)) {
		return refuse("precondition_failed", `This campaign is ${status}; it cannot be planned any more.`);
	}
	if (!isComplete) return refuse("precondition_failed", uploadWords);
	const { message, fromNumber, startAt, quietHours, ratePerSecond, requireConsent } = found.value;
	const plan: PreviewedPlan = {
		message,
		fromNumber,
		startAt: startAt?.toISOString() ?? null,
		quietHours,
		requireConsent,
		...(ratePerSecond !== null && { ratePerSecond }),
		...patch,
	};
	return previewParts(
		ctx,
		plan,
		(facts) => readStored(ctx, id, facts, plan.requireConsent ?? false),
		position,
	);
}

async function* readStored(
	ctx: Context,
	id: string,
	{ sender, countries, salt }: PreviewFacts,
	requireConsent: boolean,
): AsyncGenerator<PreviewPart> {
	const { campaignId, position, number, fields, timeZone, state } = campaignRecipients;
	const found = asideReasonOf(sql`${number}`, sql`${sender}`, sql`${requireConsent ? 1 : 0}`);
	let last = -1;
	for (let isOver = false; !isOver; ) {
		const rows = await ctx.db
			.select({
				recipient: { position, number, fields, timeZone, state },
				words: sql<string | null>`${entryWords}`.as("words"),
				found: sql<SetAsideReason | null>`${found}`.as("found"),
			})
			.from(campaignRecipients)
			.where(and(eq(campaignId, id), gt(position, last), ne(number, erasedNumber)))
			.orderBy(asc(position))
			.limit(partSize);
		const numbers = rows.map(({ recipient }) => recipient.number);
		const erased = await findErasedOptOuts(ctx.db, salt, numbers);
		yield rows.map(({ recipient, words, found: reason }) => ({
			recipient: {
				...recipient,
				aside:
					words === null
						? findForbidden(recipient.number, countries)
						: { reason: reasonOfEntry(words), words },
			},
			found: erased.has(recipient.number) ? "opted_out" : reason,
		}));
		last = rows.at(-1)?.recipient.position ?? last;
		isOver = rows.length < partSize;
	}
}

function reasonOfEntry(words: string): "invalid" | "duplicate" {
	return words.startsWith("invalid") ? "invalid" : "duplicate";
}
