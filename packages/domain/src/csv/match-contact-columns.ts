import { plainHeading } from "./column-kind.ts";

export interface ContactColumns {
	name: number;
	firstName: number;
	lastName: number;
	company: number;
	email: number;
	tags: number;
	notes: number;
}

/** Best first; compared without case, spaces and signs. */
const headings: Record<keyof ContactColumns, readonly RegExp[]> = {
	name: [
		/^name$/,
		/^(full|display|contact|customer|client|patient|guest|member|recipient)name$/,
		/^(contact|customer|client|person|nombre|nom|nome)$/,
		/^(nombrecompleto|nomcomplet|vollstandigername)$/,
	],
	firstName: [/^(first|given|fore)(name)?$/, /^(vorname|prenom|primernombre)$/],
	lastName: [/^(last|family|sur)(name)?$/, /^(nachname|familienname|apellidos?|nomdefamille|cognome)$/],
	company: [
		/^company$/,
		/^(company|organi[sz]ation|business|account|employer|firm)(1)?(name)?$/,
		/^(org|firma|unternehmen|empresa|societe|entreprise|azienda)$/,
	],
	email: [
		/^email$/,
		/^email(address|1value|1|adresse)?$/,
		/^(primary|work|contact)?email(address)?$/,
		/^mail$/,
	],
	tags: [
		/^tags?$/,
		/^(labels?|groups?|categor(y|ies)|segments?|lists?|groupmembership)$/,
		/^(etiquetas?|etiquettes?|schlagworter?|gruppen?)$/,
	],
	notes: [/^notes?$/, /^(comments?|remarks?|description|memo)$/, /^(notas?|notizen|bemerkungen|remarques?)$/],
};

/** Finds a contact's columns by index, -1 for a missing one; `taken` columns hold something else. */
export function matchContactColumns(row: readonly string[], taken: readonly number[]): ContactColumns {
	const plain = row.map((heading, at) => (taken.includes(at) ? "" : plainHeading(heading)));
	const find = (field: keyof ContactColumns) => {
		for (const pattern of headings[field]) {
			const at = plain.findIndex((heading) => pattern.test(heading));
			if (at !== -1) return at;
		}
		return -1;
	};
	return {
		name: find("name"),
		firstName: find("firstName"),
		lastName: find("lastName"),
		company: find("company"),
		email: find("email"),
		tags: find("tags"),
		notes: find("notes"),
	};
}
