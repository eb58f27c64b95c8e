import { type SQL, sql } from "drizzle-orm";

/** The contact's name or company by the number, as a column of any statement. */
export function contactNameOf(number: SQL): SQL<string | null> {
	return sql<string | null>`(SELECT coalesce(name, company) FROM contacts WHERE contacts.number = ${number})`;
}
