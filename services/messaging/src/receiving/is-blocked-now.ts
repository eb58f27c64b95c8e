import { blocklistKey } from "@cloudpbx/contracts/office/blocklist";
import { office } from "@cloudpbx/db/schema/provisioning";
import { isE164 } from "@cloudpbx/domain/phone-number";
import { type SQL, sql } from "drizzle-orm";

const prefixLengths = Array.from({ length: 14 }, (_, index) => index + 2);

/** The list is searched as text: each entry that SQLite extracts counts as a row read. */
export function isBlockedNow(sender: string): SQL {
	if (!isE164(sender)) return sql`0`;
	const holds = (name: string, value: SQL) =>
		sql`instr(items, ${sql.raw(`'"${name}":"'`)} || ${value} || '"')`;
	const prefixes = prefixLengths.map((length) => holds("prefix", sql.raw(`substr(sender, 1, ${length})`)));
	const found = sql.join([holds("number", sql`sender`), ...prefixes], sql` OR `);
	return sql`coalesce((SELECT ${found} FROM (
		SELECT json_extract(${office.settings}, ${sql.raw(`'$.${blocklistKey}.items'`)}) AS items, ${sender} AS sender
		FROM ${office} WHERE ${office.id} = 1)), 0)`;
}
