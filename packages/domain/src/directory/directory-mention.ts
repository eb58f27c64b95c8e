/**
 * How sure the words are: `exact` as written in the directory, `alike` the same sound in another spelling, `purpose` what
 * its owner wrote that it is for, `topic` what such a department usually does ("invoice"), `weak` near enough to ask about,
 * never enough to act upon.
 */
export type MentionStrength = "exact" | "alike" | "purpose" | "topic" | "weak";

export interface DirectoryMention {
	kind: "person" | "department" | "extension";
	strength: MentionStrength;
	/** Everyone the words may mean, in the directory's order; more than one when the words do not tell. */
	extensions: string[];
	/** Position of its first word in the utterance, and how many words it takes. */
	at: number;
	length: number;
}
