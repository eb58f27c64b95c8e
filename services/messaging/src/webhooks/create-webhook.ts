import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { CreateWebhook, NewWebhook } from "@cloudpbx/contracts/news/webhooks";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { webhookLimits } from "@cloudpbx/contracts/words/webhook-words";
import { selectRow } from "@cloudpbx/db/json-rows";
import { runBatch } from "@cloudpbx/db/run-batch";
import { webhookSecrets, webhooks } from "@cloudpbx/db/schema/events";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { selectIsHeard } from "../events/drain-events.ts";
import { explainReceiver } from "./explain-receiver.ts";
import { selectWebhooks, toWebhook } from "./webhook-row.ts";
import { newSecret } from "./webhook-secrets.ts";

/** Only this answer contains the secret. */
export async function createWebhook(
	ctx: Context,
	{ url, events, description }: CreateWebhook,
	actor: Actor,
): Promise<Result<NewWebhook>> {
	const fault = explainReceiver(url, ctx);
	if (fault !== null) return refuse("bad_input", `url: ${fault}`);
	const { db } = ctx;
	const createdAt = ctx.now();
	const id = `whk_${crypto.randomUUID().replaceAll("-", "")}`;
	const secret = newSecret();
	const [, , [row] = [], [ears] = []] = await runBatch(db, [
		db
			.insert(webhooks)
			.select(
				selectRow(
					webhooks,
					{ id, url, description, events, createdBy: actor.name, createdAt },
					sql`WHERE (SELECT count(*) FROM webhooks WHERE deleted_at IS NULL) < ${webhookLimits.webhooks}`,
				),
			),
		db
			.insert(webhookSecrets)
			.select(
				selectRow(
					webhookSecrets,
					{ webhookId: sql`id`, secret, createdAt },
					sql`FROM webhooks WHERE id = ${id}`,
				),
			),
		sql`${selectWebhooks} AND w.id = ${id}`,
		selectIsHeard,
	]);
	if (!row) {
		const words = `There are ${webhookLimits.webhooks} webhooks already, which is the limit. Delete one first.`;
		return refuse("limit_exceeded", words);
	}
	await ctx.hearEvents(ears?.is_heard === 1);
	return accept({ ...toWebhook(row, ctx.now()), secret });
}
