type NumberKind = "local" | "toll-free";
export type KeywordMeaning = "stop" | "start" | "help";

type Keywords = Readonly<Record<KeywordMeaning, readonly string[]>>;

/** https://help.twilio.com/articles/223134027; REVOKE and OPTOUT since April 2025. */
const longCode: Keywords = {
	stop: ["stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"],
	start: ["start", "yes", "unstop"],
	help: ["help", "info"],
};

/** https://help.twilio.com/articles/360058144374: STOP only, and YES does not undo it. */
const tollFree: Keywords = {
	stop: ["stop"],
	start: ["start", "unstop"],
	help: ["help", "info"],
};

export function findKeyword(kind: NumberKind, body: string): KeywordMeaning | null {
	const { stop, start, help } = kind === "toll-free" ? tollFree : longCode;
	const word = body.trim().toLowerCase();
	if (stop.includes(word)) return "stop";
	if (start.includes(word)) return "start";
	return help.includes(word) ? "help" : null;
}

/** Toll-free words are the documented ones. The others are Twilio's, marked as the network's. */
export function keywordReply(kind: NumberKind, meaning: KeywordMeaning, body: string): string {
	if (meaning === "help") return "NETWORK MSG: Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
	const word = body.trim().toLowerCase();
	if (kind === "toll-free") {
		return meaning === "stop"
			? 'NETWORK MSG: You replied with the word "stop" which blocks all texts sent from this number. Text back "unstop" to receive messages again.'
			: `NETWORK MSG: You have replied "${word}" and will begin receiving messages again from this number.`;
	}
	return meaning === "stop"
		? "NETWORK MSG: You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe."
		: "NETWORK MSG: You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
}
