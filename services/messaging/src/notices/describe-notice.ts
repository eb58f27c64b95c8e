import type { NoticeKind } from "@cloudpbx/contracts/words/notice-kinds";
import type { NoticeContent } from "./notice-content.ts";

const nameCharactersMax = 40;

export function describeNotice(notice: NoticeContent, timeZone: string): string {
	const { kind, subject, words, durationSeconds } = notice;
	const at = formatTime(notice.happenedAt, timeZone);
	const who = describeCaller(notice);
	const forWhom = subject === null ? "" : ` for ${shorten(subject)}`;
	switch (kind) {
		case "missedCall":
			return `Missed call from ${who}${forWhom} at ${at}.`;
		case "voicemail":
			return `Voicemail from ${who}${forWhom} at ${at}${durationSeconds === null ? "" : `, ${durationSeconds} s`}.`;
		case "conversationWaiting":
			return `A text from ${who} waits for an answer by a person, since ${at}.`;
		case "campaignStopped":
			return `Campaign "${shorten(subject ?? "")}" has stopped: ${clean(words ?? "")}`;
		case "campaignFinished":
			return `Campaign "${shorten(subject ?? "")}" has finished: ${clean(words ?? "")}`;
		default:
			return `${showNumber(subject ?? "")} is in trouble: ${clean(words ?? "")}`;
	}
}

/** The transcript of a voicemail; null: there is none, or the sentence contains the words. */
export function quoteWords({ kind, words }: NoticeContent): string | null {
	return kind === "voicemail" && words !== null && words.trim() !== "" ? clean(words) : null;
}

/** A summary such as "12 missed calls since 10:05 AM". */
export function describeMany(notices: readonly NoticeContent[], timeZone: string): string {
	const counts = new Map<NoticeKind, number>();
	for (const { kind } of notices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	const parts = [...counts].map(([kind, count]) => `${count} ${nouns[kind][count === 1 ? 0 : 1]}`);
	const [first] = notices
		.map(({ happenedAt }) => happenedAt)
		.sort((one, other) => one.getTime() - other.getTime());
	return `${parts.join(", ")}${first ? ` since ${formatTime(first, timeZone)}` : ""}`;
}

const nouns: Record<NoticeKind, [string, string]> = {
	missedCall: ["missed call", "missed calls"],
	voicemail: ["voicemail", "voicemails"],
	conversationWaiting: ["conversation waiting", "conversations waiting"],
	campaignStopped: ["campaign stopped", "campaigns stopped"],
	campaignFinished: ["campaign finished", "campaigns finished"],
	numberTrouble: ["number in trouble", "numbers in trouble"],
};

export function describeCaller({ from, name }: Pick<NoticeContent, "from" | "name">): string {
	if (from === null) return "a withheld number";
	return name === null ? showNumber(from) : `${shorten(name)} ${showNumber(from)}`;
}

function showNumber(number: string): string {
	const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
	return area === undefined ? clean(number) : `(${area}) ${exchange}-${line}`;
}

/** Intl writes a narrow space before AM and PM, which would turn a text into UCS-2. */
function formatTime(at: Date, timeZone: string): string {
	const format = new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", minute: "2-digit" });
	return format.format(at).replaceAll("\u202f", " ");
}

function shorten(text: string): string {
	const line = clean(text);
	return line.length <= nameCharactersMax ? line : `${line.slice(0, nameCharactersMax - 3).trimEnd()}...`;
}

/** One line: text from outside must not add lines to a message or headers to an e-mail. */
function clean(text: string): string {
	return text.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
}
