/** One line of the company's telephone directory. It holds no telephone number: what is not here cannot be told. */
export interface DirectoryEntry {
	/** The keys a caller presses, `"101"`. */
	ext: string;
	/** The person as spoken, `"Jane Smith"`. */
	name: string;
	/** `null` when the extension belongs to no department. */
	department: string | null;
	/** What callers should be sent here for, in the owner's words; absent or `null`: only name and department say it. */
	purpose?: string | null;
	/** The owner named it as the one whom "operator" and "a human" reach. */
	isOperator?: boolean;
	/** Takes no calls at the moment, by its opening hours: whoever is sent there leaves a message. */
	isClosed?: boolean;
}
