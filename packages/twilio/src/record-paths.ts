/** Paths of a record below the account, as `rest/delete-record.ts` takes them. */
export function callPathOf(callSid: string): string {
	return `Calls/${callSid}`;
}

export function messagePathOf(messageSid: string): string {
	return `Messages/${messageSid}`;
}

/** The path of a text's file from its address; null: the file is not at the carrier. */
export function mediaPathOf(url: string): string | null {
	return /\/(Messages\/\w{34}\/Media\/\w{34})(?:[.?]|$)/.exec(url)?.[1] ?? null;
}
