import type { Audience } from "@cloudpbx/contracts/campaigns/audience";
import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { foldTag } from "@cloudpbx/contracts/contacts/contacts";
import { contactOfMessage } from "@cloudpbx/db/schema/messaging";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";

const partSize = 2000;

export async function countAudience({ db, now }: Context, audience: Audience): Promise<number> {
	const [row] = await db.all<{ count: number }>(
		sql`SELECT count(*) AS count FROM (${selectTagged(audience, "", -1)}) t
			JOIN contacts c ON c.id = t.contact_id WHERE ${isIncluded(audience, now())}`,
	);
	return row?.count ?? 0;
}

interface ContactRow {
	id: string;
	number: string | null;
	name: string | null;
	company: string | null;
	email: string | null;
	timeZone: string | null;
	state: string | null;
}

/** Yields an audience's contacts in parts, by id. All use cases share this condition. */
export async function* readAudience(
	{ db, now }: Context,
	audience: Audience,
): AsyncGenerator<CampaignRecipientInput[]> {
	const at = now();
	let last = "";
	for (let isOver = false; !isOver; ) {
		const rows = await db.all<ContactRow>(
			sql`SELECT t.contact_id AS id, c.number, c.name, c.company, c.email, c.time_zone AS "timeZone", c.state
				FROM (${selectTagged(audience, last, partSize)}) t
				LEFT JOIN contacts c ON c.id = t.contact_id AND ${isIncluded(audience, at)} ORDER BY t.contact_id`,
		);
		yield rows.flatMap(toRecipient);
		last = rows.at(-1)?.id ?? last;
		isOver = rows.length < partSize;
	}
}

/** Contacts with any of the tags, after an id; `rowsMax` -1: all. */
function selectTagged({ tags }: Audience, last: string, rowsMax: number): SQL {
	return sql`SELECT DISTINCT contact_id FROM contact_tags WHERE folded IN ${listOf(tags)} AND contact_id > ${last}
		ORDER BY contact_id LIMIT ${rowsMax}`;
}

function isIncluded({ notTags = [], notTextedForDays }: Audience, now: Date): SQL {
	const hasOther = sql`EXISTS (SELECT 1 FROM contact_tags x WHERE x.contact_id = c.id AND x.folded IN ${listOf(notTags)})`;
	if (notTextedForDays === undefined) return sql`NOT ${hasOther}`;
	const since = now.getTime() - notTextedForDays * dayMilliseconds;
	return sql`NOT ${hasOther} AND NOT EXISTS (SELECT 1 FROM messages WHERE ${contactOfMessage} = c.number
		AND messages.created_at > ${since} AND direction = 'outbound' AND carrier_id IS NOT NULL)`;
}

function listOf(tags: readonly string[]): SQL {
	return sql`(SELECT value FROM json_each(${JSON.stringify(tags.map(foldTag))}))`;
}

function toRecipient({
	number,
	name,
	company,
	email,
	timeZone,
	state,
}: ContactRow): CampaignRecipientInput[] {
	if (number === null) return [];
	const known = { name, firstName: name?.split(" ")[0] ?? null, company, email };
	const fields = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) as Record<
		string,
		string
	>;
	return [{ number, fields, ...(timeZone !== null && { timeZone }), ...(state !== null && { state }) }];
}
