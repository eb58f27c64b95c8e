/** A directory entry. It holds no telephone number, so none can be told. */
export interface DirectoryEntry {
	ext: string;
	name: string;
	department: string | null;
	/** Why callers are sent here, in the owner's words; absent or null: name and department say it. */
	purpose?: string | null;
	/** The owner's operator: the target of "operator" and "a human". */
	isOperator?: boolean;
	/** Closed by its opening hours: callers leave a message. */
	isClosed?: boolean;
}
