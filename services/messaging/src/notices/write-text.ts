import { countSegments } from "@cloudpbx/domain/segments/count-segments";
import { describeCaller, describeMany, describeNotice, quoteWords } from "./describe-notice.ts";
import type { NoticeContent, NoticeFrame } from "./notice-content.ts";

const segmentsMax = 2;

/** The words are cut so that the text has at most two segments. */
export function writeText(
	notices: readonly NoticeContent[],
	{ dashboardUrl, timeZone }: NoticeFrame,
): string {
	const [only, ...others] = notices;
	if (!only) return "";
	if (others.length > 0) {
		const last = others.at(-1) ?? only;
		const isOfCalls = last.kind === "missedCall" || last.kind === "voicemail";
		const latest = isOfCalls ? `, the last from ${describeCaller(last)}` : "";
		return fit(`${describeMany(notices, timeZone)}${latest}.`, `${dashboardUrl}${pathOfMany(notices)}`);
	}
	const said = quoteWords(only);
	const sentence = describeNotice(only, timeZone);
	return fit(said === null ? sentence : `${sentence} "${said}"`, `${dashboardUrl}${only.path}`);
}

/** The list of all these notices; the overview for several kinds. */
export function pathOfMany(notices: readonly NoticeContent[]): string {
	const lists = new Set(notices.map(({ path }) => path.replace(/^(\/[^/?]*).*$/, "$1")));
	const [list = "/"] = lists;
	return lists.size === 1 ? list : "/";
}

function fit(words: string, link: string): string {
	const whole = `${words} ${link}`;
	if (countSegments(whole).segments <= segmentsMax) return whole;
	const characters = Array.from(words);
	const cut = (length: number) => `${characters.slice(0, length).join("").trimEnd()}... ${link}`;
	let fits = 0;
	for (let step = 1 << Math.floor(Math.log2(characters.length)); step > 0; step >>= 1) {
		const length = fits + step;
		if (length < characters.length && countSegments(cut(length)).segments <= segmentsMax) fits = length;
	}
	return cut(fits);
}
