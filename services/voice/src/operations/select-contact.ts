import type { Db } from "@cloudpbx/db/open-db";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { eq } from "drizzle-orm";

/** Who has this number, as the company knows them; no row for a stranger. */
export function selectContact(db: Db, number: string) {
	return db
		.select({ name: contacts.name, company: contacts.company })
		.from(contacts)
		.where(eq(contacts.number, number));
}
