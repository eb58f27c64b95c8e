export const contactLimits = {
	name: 200,
	company: 200,
	email: 254,
	notes: 10_000,
	state: 64,
	tag: 60,
	tags: 50,
};

/** Separators of tags in a file, which no tag contains. */
export const tagMarks = /[,;|\p{Cc}]/u;
