import type { Page } from "@cloudpbx/contracts/api/page";
import type { CampaignRecipient, ListRecipients } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { campaignRecipients } from "@cloudpbx/db/schema/campaigns";
import { countsOf } from "@cloudpbx/db/show-campaign";
import { decodeCursor, encodeCursor } from "@cloudpbx/kit/cursor";
import { and, asc, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { followTexts } from "../outcomes/follow-texts.ts";
import { readRecipients, toRecipient } from "./list-recipients.ts";
import { type RecipientQuery, readRecipientQuery } from "./read-recipient-query.ts";
import { strangeCursor, unknownCampaign } from "./refusals.ts";

const scanMax = 5000;

const { position, number, fields, status, repliedAt, optedOutAt } = campaignRecipients;

/** Only a complete number has an index; other searches read a part of the list per page. */
export async function searchRecipients(
	ctx: Context,
	id: string,
	{ cursor, limit, ...filter }: z.output<typeof ListRecipients>,
): Promise<Result<Page<CampaignRecipient>>> {
	const decoded = cursor === undefined ? [-1] : decodeCursor(cursor, "number");
	if (decoded === null) return strangeCursor;
	const after = Number(decoded[0]);
	await followTexts(ctx);
	const query = filter.query === undefined ? null : readRecipientQuery(filter.query);
	const condition = and(
		query?.kind === "number"
			? hasNumber(id, query.number, after)
			: and(gt(position, after), lte(position, after + scanMax)),
		query === null ? undefined : matches(query),
		// The plus keeps SQLite from the index on `due_at`, which is not ordered by position.
		filter.status === undefined ? undefined : sql`+${status} = ${filter.status}`,
		isSet(repliedAt, filter.replied),
		isSet(optedOutAt, filter.optedOut),
	);
	const [[campaign], rows] = await readRecipients(ctx, id, { condition, order: [asc(position)], limit });
	if (!campaign) return unknownCampaign;
	const items = rows.slice(0, limit);
	const isMore = query?.kind !== "number" && after + scanMax < countsOf(campaign).total - 1;
	const next = rows.length > limit ? items.at(-1)?.position : isMore ? after + scanMax : undefined;
	return accept({
		items: await Promise.all(items.map((row) => toRecipient(row, ctx.now()))),
		nextCursor: next === undefined ? null : encodeCursor([next]),
	});
}

function hasNumber(id: string, wanted: string, after: number): SQL {
	return sql`${position} IN (SELECT q.position FROM campaign_recipients q
		WHERE q.number = ${wanted} AND q.campaign_id = ${id} AND q.position > ${after} ORDER BY q.position LIMIT ${scanMax})`;
}

function matches(query: RecipientQuery): SQL | undefined {
	switch (query.kind) {
		case "number":
			return undefined;
		case "part":
			return or(
				...query.beginnings.map((word) => sql`substr(${number}, 1, ${word.length}) = ${word}`),
				query.end === null ? undefined : sql`substr(${number}, ${-query.end.length}) = ${query.end}`,
			);
		case "field": {
			const within = (text: SQL, words: string[]) =>
				or(...words.map((word) => sql`instr(lower(${text}), lower(${word})) > 0`));
			const escaped = query.spellings.map((word) => JSON.stringify(word).slice(1, -1));
			// Reading the values costs a row each, so the JSON is compared as a whole first.
			return and(
				within(sql`${fields}`, escaped),
				sql`EXISTS (SELECT 1 FROM json_each(${fields}) f WHERE ${within(sql`f.value`, query.spellings)})`,
			);
		}
	}
}

function isSet(column: SQLiteColumn, wanted: boolean | undefined): SQL | undefined {
	if (wanted === undefined) return undefined;
	return wanted ? isNotNull(column) : isNull(column);
}
