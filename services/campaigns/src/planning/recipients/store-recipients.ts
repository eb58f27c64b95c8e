import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { findErasedOptOuts } from "@cloudpbx/db/erased-opt-outs";
import { selectRow } from "@cloudpbx/db/json-rows";
import { runBatch } from "@cloudpbx/db/run-batch";
import { campaignRecipients } from "@cloudpbx/db/schema/campaigns";
import { splitRows } from "@cloudpbx/db/split-rows";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { asideWords } from "../../outcomes/aside-words.ts";
import { loadSendingSettings } from "../../reading/sending-settings.ts";
import { readAudience } from "./read-audience.ts";
import { type SortedRecipient, sorterOf } from "./sort-recipients.ts";

const partMax = { rowsMax: 5000, bytesMax: 1_500_000 };

/**
 * Stores recipients in parts with their counts, and sets aside those that may not be texted. Repeating a part
 * changes nothing; a complete campaign gets none. `opening` runs in the first transaction.
 */
export async function storeRecipients(
	ctx: Context,
	id: string,
	recipients: readonly CampaignRecipientInput[] | Audience,
	opening: readonly SQL[] = [],
): Promise<void> {
	const { db } = ctx;
	const { callCountries, erasureSalt } = await loadSendingSettings(ctx);
	const sort = sorterOf(callCountries);
	let before = opening;
	const inputs = isAudience(recipients) ? readAudience(ctx, recipients) : [recipients];
	for await (const part of splitParts(inputs, sort)) {
		const [first] = part;
		const last = part.at(-1);
		if (!first || !last) continue;
		const isOurs = sql`campaign_id = ${id} AND position BETWEEN ${first.position} AND ${last.position}`;
		await runBatch(db, [
			...before,
			countChange(id, isOurs, -1),
			insertPart(ctx, id, part, await listErased(ctx, erasureSalt, part)),
			countChange(id, isOurs, 1),
		]);
		before = [];
	}
	if (before.length > 0 && isAudience(recipients)) await runBatch(db, before);
}

export function isAudience(recipients: readonly CampaignRecipientInput[] | Audience): recipients is Audience {
	return !Array.isArray(recipients);
}

async function* splitParts(
	inputs: Iterable<readonly CampaignRecipientInput[]> | AsyncIterable<readonly CampaignRecipientInput[]>,
	sort: (input: CampaignRecipientInput) => SortedRecipient,
): AsyncGenerator<SortedRecipient[]> {
	for await (const part of inputs) yield* splitRows(sortEach(part, sort), partMax);
}

function* sortEach(
	part: readonly CampaignRecipientInput[],
	sort: (input: CampaignRecipientInput) => SortedRecipient,
): Generator<SortedRecipient> {
	for (const input of part) yield sort(input);
}

export function listErased(
	{ db }: Context,
	salt: string | null,
	part: readonly SortedRecipient[],
): Promise<Set<string>> {
	const kept = part.filter(({ aside }) => aside === null).map(({ number }) => number);
	return findErasedOptOuts(db, salt, kept);
}

function insertPart(
	ctx: Context,
	id: string,
	part: readonly SortedRecipient[],
	erased: ReadonlySet<string>,
): SQLWrapper {
	const wordsOf = ({ aside, number }: SortedRecipient) =>
		aside?.words ?? (erased.has(number) ? asideWords.opted_out : null);
	const rows = JSON.stringify(part.map((one) => ({ ...one, aside: undefined, words: wordsOf(one) })));
	const source = sql`SELECT value ->> '$.position' AS position, value ->> '$.number' AS number,
		value ->> '$.fields' AS fields, value ->> '$.timeZone' AS time_zone, value ->> '$.state' AS state,
		value ->> '$.words' AS words FROM json_each(${rows})`;
	return insertRecipients(ctx, id, source);
}

/**
 * Stores recipients of an incomplete list. Columns of `source`: position, number, fields, time_zone, state, words.
 * `words`: the reason to set the entry aside; null: the data about its number decides.
 */
export function insertRecipients({ db, now }: Context, id: string, source: SQL): SQLWrapper {
	const requireConsent = sql`(SELECT require_consent FROM campaigns WHERE id = ${id})`;
	const sender = sql`(SELECT from_number FROM campaigns WHERE id = ${id})`;
	const found = asideReasonOf(sql`s.number`, sender, requireConsent);
	const reason = sql`CASE WHEN words IS NOT NULL THEN words ELSE CASE ${found}
		WHEN 'opted_out' THEN ${asideWords.opted_out}
		WHEN 'pair_closed' THEN ${asideWords.pair_closed}
		WHEN 'landline' THEN ${asideWords.landline}
		WHEN 'no_consent' THEN ${asideWords.no_consent} END END`;
	const row = {
		campaignId: id,
		position: sql`position`,
		number: sql`number`,
		fields: sql`fields`,
		timeZone: sql`time_zone`,
		state: sql`state`,
		status: sql`CASE WHEN reason IS NULL THEN 'queued' ELSE 'skipped' END`,
		reason: sql`reason`,
		updatedAt: now(),
	};
	const from = sql`FROM (SELECT s.*, ${reason} AS reason FROM (${source}) s)
		WHERE EXISTS (SELECT 1 FROM campaigns WHERE id = ${id} AND is_complete = 0 AND status IN ('draft', 'scheduled'))`;
	return db
		.insert(campaignRecipients)
		.select(selectRow(campaignRecipients, row, from))
		.onConflictDoNothing({ target: [campaignRecipients.campaignId, campaignRecipients.position] });
}

/** The reason to set a number aside by today's data, one of `setAsideReasons`; NULL: none. */
export function asideReasonOf(number: SQL, sender: SQL, requireConsent: SQL): SQL {
	return sql`CASE
		WHEN EXISTS (SELECT 1 FROM opt_outs o WHERE o.number = ${number}) THEN 'opted_out'
		WHEN EXISTS (SELECT 1 FROM closed_pairs p WHERE p.contact_number = ${number} AND p.our_number = ${sender})
			THEN 'pair_closed'
		WHEN EXISTS (SELECT 1 FROM landlines l WHERE l.number = ${number}) THEN 'landline'
		WHEN ${requireConsent} = 1 AND NOT ${hasConsent(number)} THEN 'no_consent' END`;
}

/** The reason of an entry that `sortRecipients` set aside; NULL for every other entry. */
export const entryWords = sql`CASE WHEN status = 'skipped' AND (reason LIKE 'invalid: %' OR reason LIKE 'duplicate: %')
	THEN reason END`;

export function hasConsent(number: SQL): SQL {
	return sql`EXISTS (SELECT 1 FROM consent_events e WHERE e.number = ${number} AND e.kind = 'opt_in')`;
}

export function countChange(id: string, range: SQL, sign: 1 | -1): SQL {
	const count = (status: string) =>
		sql`(SELECT count(*) FROM campaign_recipients WHERE ${range} AND status = ${status})`;
	return sql`UPDATE campaigns SET queued_count = queued_count + ${sign} * ${count("queued")},
		skipped_count = skipped_count + ${sign} * ${count("skipped")} WHERE id = ${id}`;
}
