import type { Result } from "@cloudpbx/contracts/errors";
import type { Actor, Message } from "@cloudpbx/contracts/texts/messages";
import { campaignRecipients } from "@cloudpbx/db/schema/campaigns";
import { renderMessage } from "@cloudpbx/domain/merge-fields/render-message";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { loadCampaign } from "../reading/load-campaign.ts";
import { refuseMessage } from "./check-plan.ts";

export async function testCampaign(
	ctx: Context,
	id: string,
	to: string,
	actor: Actor,
): Promise<Result<Message>> {
	const found = await loadCampaign(ctx, id);
	if (!found.ok) return found;
	const { message, fromNumber } = found.value;
	const fault = refuseMessage(message);
	if (fault !== null) return fault;
	const [first] = await ctx.db
		.select({ fields: campaignRecipients.fields })
		.from(campaignRecipients)
		.where(and(eq(campaignRecipients.campaignId, id), eq(campaignRecipients.status, "queued")))
		.orderBy(asc(campaignRecipients.dueAt), asc(campaignRecipients.position))
		.limit(1);
	const text = renderMessage(message, first?.fields ?? null);
	return ctx.messaging.sendText({ to, message: text, from: fromNumber }, actor);
}
