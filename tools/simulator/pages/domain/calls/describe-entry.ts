import type { TimelineEntry } from "../../control/call-view.ts";
import { capitalise } from "../capitalise.ts";
import { describeError } from "../describe-error.ts";
import { formatTaken } from "../format-time.ts";
import { describeNumber } from "../phones/describe-party.ts";
import { describeHeard } from "./describe-heard.ts";
import { describeStatus } from "./describe-status.ts";

export interface EntryDescription {
	atMilliseconds: number;
	label: string;
	tone: "plain" | "status" | "webhook" | "document" | "heard" | "said" | "warning" | "error";
	title: string;
	/** HTTP status and duration. */
	badges: { text: string; isBad: boolean }[];
	xml: string | null;
	recordingSid: string | null;
	/** The remaining values by name. */
	fields: [name: string, value: string][];
}

const labels: Record<string, { label: string; tone: EntryDescription["tone"] }> = {
	status: { label: "Status", tone: "status" },
	webhook: { label: "Webhook", tone: "webhook" },
	twiml: { label: "TwiML", tone: "document" },
	verb: { label: "Verb", tone: "plain" },
	heard: { label: "Heard", tone: "heard" },
	input: { label: "Input", tone: "said" },
	lost: { label: "Lost", tone: "warning" },
	recording: { label: "Recording", tone: "plain" },
	model: { label: "AI", tone: "document" },
	warning: { label: "Warning", tone: "warning" },
	error: { label: "Error", tone: "error" },
};

/** Unknown kinds keep their name and all values. */
export function describeEntry(entry: TimelineEntry): EntryDescription {
	const { at, kind, text, detail, ...others } = entry;
	const values: Record<string, unknown> = { ...others, ...(isRecord(detail) ? detail : {}) };
	// Relative to this call; the page counts from the first call.
	take(values, "ms");
	const known = labels[kind] ?? { label: capitalise(kind), tone: "plain" as const };
	const description: EntryDescription = {
		atMilliseconds: typeof at === "number" ? at : Date.parse(at),
		...known,
		title: typeof text === "string" ? text : "",
		badges: [],
		xml: null,
		recordingSid: null,
		fields: [],
	};
	const refined = refinements[kind]?.(description, values) ?? description;
	return { ...refined, fields: listFields(values) };
}

const statusTones: Record<string, EntryDescription["tone"]> = {
	failed: "error",
	undelivered: "error",
	busy: "warning",
	"no-answer": "warning",
};

/** Numbers in a status text, and the words for a withheld one. */
const parties = /\+\d{8,15}|(?<=: |with )(?:anonymous|restricted|unavailable|unknown)(?= →|$)/g;

type Refine = (description: EntryDescription, values: Record<string, unknown>) => EntryDescription;

/** Kinds with a better description than a list of values. */
const refinements: Record<string, Refine> = {
	status(description, values) {
		const status = take(values, "status");
		for (const name of ["with", "durationSeconds"]) take(values, name);
		let { title, tone } = description;
		if (typeof status === "string") tone = statusTones[status] ?? tone;
		if (typeof status === "string" && title.startsWith(status)) {
			title = describeStatus(status).word + title.slice(status.length);
		}
		title = title
			.replace(/(?<=: )error (\d{5})$/, (_, code) => describeError(Number(code)))
			.replaceAll(parties, describeNumber);
		return { ...description, tone, title: capitalise(title) };
	},
	verb(description, values) {
		take(values, "attributes");
		return description;
	},
	webhook(description, values) {
		const badges = [statusBadge(take(values, "status"), take(values, "error"))];
		const duration = take(values, "duration");
		if (typeof duration === "number") badges.push({ text: formatTaken(duration), isBad: false });
		const attempt = take(values, "attempt");
		if (typeof attempt === "number" && attempt > 1) badges.push({ text: `Attempt ${attempt}`, isBad: true });
		const url = take(values, "url");
		return { ...description, badges, title: typeof url === "string" ? shortenUrl(url) : description.title };
	},
	twiml(description, values) {
		const url = take(values, "url");
		return { ...description, xml: description.title, title: typeof url === "string" ? shortenUrl(url) : "" };
	},
	heard(description) {
		return { ...description, title: describeHeard(description.title).text };
	},
	input: (description, values) => capitaliseTitle(description, values, ["key", "text"]),
	lost: (description, values) => capitaliseTitle(description, values, ["key", "text"]),
	recording(description, values) {
		const { sid } = values;
		const isRecording = typeof sid === "string" && sid.startsWith("RE");
		if (isRecording) take(values, "sid");
		return { ...description, title: capitalise(description.title), recordingSid: isRecording ? sid : null };
	},
	warning: (description, values) => capitaliseTitle(description, values, ["code"]),
	error: (description, values) => capitaliseTitle(description, values, ["code"]),
};

function capitaliseTitle(
	description: EntryDescription,
	values: Record<string, unknown>,
	said: string[],
): EntryDescription {
	for (const name of said) take(values, name);
	return { ...description, title: capitalise(description.title) };
}

function take(values: Record<string, unknown>, name: string): unknown {
	const value = values[name];
	delete values[name];
	return value;
}

function statusBadge(status: unknown, error: unknown): EntryDescription["badges"][number] {
	if (typeof status === "number") return { text: String(status), isBad: status >= 400 };
	return { text: typeof error === "string" ? error : "No answer", isBad: true };
}

function listFields(values: Record<string, unknown>): [string, string][] {
	return Object.entries(values)
		.flatMap(([name, value]) => (isRecord(value) ? Object.entries(value) : [[name, value] as const]))
		.filter(([, value]) => value !== null && value !== undefined && value !== "")
		.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
}

function shortenUrl(url: string): string {
	return url.replace(/^https?:\/\/[^/]+/, "") || url;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
