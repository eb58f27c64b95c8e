import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { findRecipientNames } from "./recipient-names.ts";

const numberCharactersMax = 64;
/** Shown for a number that is a list, an object or missing. */
const noText = "(no text)";
/** Longer words are no time zone and no state. */
const placeCharactersMax = 64;

interface RecipientParts {
	number: string;
	timeZone: string | null;
	state: string | null;
	fields: Record<string, string>;
}

/** An invalid number is passed on as text; the campaign sets it aside with the reason. */
export function readRecipient(row: unknown): CampaignRecipientInput {
	if (typeof row !== "object" || row === null || Array.isArray(row)) {
		return { number: cutNumber(readNumberText(row)) };
	}
	const entries = Object.entries(row).filter(([, value]) => value !== null);
	const names = findRecipientNames(entries.map(([name]) => name));
	const fields: Record<string, string> = {};
	let number: unknown = "";
	let timeZone: string | null = null;
	let state: string | null = null;
	for (const [name, value] of entries) {
		if (name === names.number) number = value;
		else if (name === names.timeZone) timeZone = readWord(value) ?? noText;
		else if (name === names.state) state = readWord(value) ?? noText;
		else addField(fields, name, readWord(value));
	}
	for (const [name, value] of Object.entries(readNamedFields(row))) addField(fields, name, readWord(value));
	return makeRecipient({ number: readNumberText(number), timeZone, state, fields });
}

export function makeRecipient({ number, timeZone, state, fields }: RecipientParts): CampaignRecipientInput {
	const recipient: CampaignRecipientInput = { number: cutNumber(number) };
	if (timeZone?.trim()) recipient.timeZone = cut(timeZone, placeCharactersMax);
	if (state?.trim()) recipient.state = cut(state, placeCharactersMax);
	if (Object.keys(fields).length > 0) recipient.fields = fields;
	return recipient;
}

/** An empty value is left out, so that the default in `{{firstName|there}}` is used. */
export function addField(fields: Record<string, string>, name: string, value: string | null): void {
	if (value && name !== "" && name !== "__proto__") fields[name] = value;
}

function readNamedFields(row: object): object {
	const fields: unknown = "fields" in row ? row.fields : null;
	return typeof fields === "object" && fields !== null && !Array.isArray(fields) ? fields : {};
}

function readWord(value: unknown): string | null {
	if (typeof value === "string") return value.trim().toWellFormed();
	return typeof value === "number" ? String(value) : null;
}

function readNumberText(value: unknown): string {
	if (typeof value === "string") return value;
	return typeof value === "number" ? String(value) : noText;
}

export function cutNumber(text: string): string {
	return cut(text, numberCharactersMax);
}

/** Truncated text ends with "…", so that its beginning is not taken for a number or a name. */
function cut(text: string, charactersMax: number): string {
	const whole = text.trim();
	return (whole.length > charactersMax ? `${whole.slice(0, charactersMax - 1)}…` : whole).toWellFormed();
}
