import { type SQL, sql } from "drizzle-orm";

/** A contact's name by the number, or the company's; a column for any statement. */
export function contactNameOf(number: SQL): SQL<string | null> {
	return sql<string | null>`(SELECT coalesce(name, company) FROM contacts WHERE contacts.number = ${number})`;
}
