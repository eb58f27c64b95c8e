/** `alike`: same sound. `purpose`: the owner's words. `topic`: usual there. `weak`: only for a question. */
export type MentionStrength = "exact" | "alike" | "purpose" | "topic" | "weak";

export interface DirectoryMention {
	kind: "person" | "department" | "extension";
	strength: MentionStrength;
	extensions: string[];
	/** Index of the first word in the utterance, and the number of words. */
	at: number;
	length: number;
}
