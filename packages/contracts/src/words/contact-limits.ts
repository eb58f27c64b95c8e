/** Maximum characters of each field, and tags of a contact. */
export const contactLimits = {
	name: 200,
	company: 200,
	email: 254,
	notes: 10_000,
	state: 64,
	tag: 60,
	tags: 50,
};

/** Signs that separate the tags of a cell in a file, and that are therefore in no tag. */
export const tagMarks = /[,;|\p{Cc}]/u;
