import { type Contact, contactFieldNames } from "@cloudpbx/contracts/contacts/contacts";

/** The list as a file, in the format of the import. */
export const contactFile = {
	filename: "contacts.csv",
	columns: ["number", ...contactFieldNames] as const satisfies readonly (keyof Contact)[],
	toRow: ({ tags, ...contact }: Contact) => ({ ...contact, tags: tags.join(", ") }),
	pagesMax: 50,
};
