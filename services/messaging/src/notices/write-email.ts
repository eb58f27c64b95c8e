import { describeCaller, describeMany, describeNotice, quoteWords } from "./describe-notice.ts";
import type { NoticeContent, NoticeFrame } from "./notice-content.ts";
import { pathOfMany } from "./write-text.ts";

/** Maximum notices written out in one e-mail; the others are counted. */
const writtenMax = 50;
const subjectCharactersMax = 150;

export interface WrittenEmail {
	subject: string;
	text: string;
	html: string;
	headers: Record<string, string>;
}

const choicesPath = "/settings/notices";

export function writeEmail(notices: readonly NoticeContent[], frame: NoticeFrame): WrittenEmail {
	const { companyName, dashboardUrl, timeZone } = frame;
	const told = notices.slice(0, writtenMax).map((notice) => ({
		sentence: describeNotice(notice, timeZone),
		said: quoteWords(notice),
		link: `${dashboardUrl}${notice.path}`,
	}));
	const hidden = notices.length - told.length;
	const more =
		hidden === 0 ? null : { text: `And ${hidden} more:`, link: `${dashboardUrl}${pathOfMany(notices)}` };
	const choices = `${dashboardUrl}${choicesPath}`;
	const why = `${oneLine(companyName)} tells you this because your notices say so. Change them:`;
	const paragraphs = told.map(({ sentence, said, link }) =>
		[sentence, ...(said === null ? [] : [`"${said}"`]), link].join("\n"),
	);
	const blocks = told.map(
		({ sentence, said, link }) =>
			`<p>${escapeHtml(sentence)}${said === null ? "" : `</p><blockquote>${escapeHtml(said)}</blockquote><p>`} ${anchor(link, "Open")}</p>`,
	);
	return {
		subject: subjectOf(notices, timeZone),
		text: [...paragraphs, ...(more ? [`${more.text} ${more.link}`] : []), `--\n${why} ${choices}`].join(
			"\n\n",
		),
		html: [
			'<!doctype html><html lang="en"><meta charset="utf-8"><body>',
			...blocks,
			...(more ? [`<p>${escapeHtml(more.text)} ${anchor(more.link, "Open")}</p>`] : []),
			`<hr><p><small>${escapeHtml(why)} ${anchor(choices, "Notices")}</small></p></body></html>`,
		].join("\n"),
		headers: { "List-Unsubscribe": `<${choices}>` },
	};
}

function subjectOf(notices: readonly NoticeContent[], timeZone: string): string {
	const [only] = notices;
	const subject =
		only === undefined || notices.length > 1
			? describeMany(notices, timeZone)
			: only.kind === "missedCall"
				? `Missed call from ${describeCaller(only)}`
				: only.kind === "voicemail"
					? `Voicemail from ${describeCaller(only)}`
					: describeNotice(only, timeZone);
	return oneLine(subject).slice(0, subjectCharactersMax);
}

function oneLine(text: string): string {
	return text.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
}

function anchor(link: string, words: string): string {
	return `<a href="${escapeHtml(link)}">${words}</a>`;
}

const entities: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
