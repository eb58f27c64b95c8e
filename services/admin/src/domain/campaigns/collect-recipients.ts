import { CampaignRecipientInput, recipientsMax } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { readRecipient as readEntry } from "@cloudpbx/domain/numbering/read-recipient";
import { writeOutUnseen } from "@cloudpbx/domain/write-out-unseen";
import { readRecipient } from "./read-recipient.ts";
import type { PlacedRecipient } from "./read-recipient-rows.ts";

/** A call to another Worker carries 32 MiB. */
const bytesOfAllMax = 28_000_000;
const bytesOfWord = 4;
const bytesOfRecipient = 32;
/** Shorter rows fit every limit of the contract, also when each character is written as `\u0000`. */
const shortRow = { characters: 300, charactersOfName: 64 };

export function* placeRecipients(rows: readonly unknown[]): Generator<PlacedRecipient, void, undefined> {
	for (const [index, row] of rows.entries()) {
		yield { place: `recipients.${index}`, numberPlace: "number", recipient: readRecipient(row) };
	}
}

/** Refuses empty or oversized lists, lists without a valid number, and fields that do not fit. */
export function collectRecipients(
	rows: Iterable<PlacedRecipient>,
	mayBeNone = false,
): Result<CampaignRecipientInput[]> {
	const recipients: CampaignRecipientInput[] = [];
	let bytes = 0;
	let isAnyReadable = false;
	let firstFault: string | null = null;
	for (const { place, numberPlace, recipient } of rows) {
		if (recipients.length === recipientsMax) {
			return refuse("limit_exceeded", `There are more than ${recipientsMax} recipients.`);
		}
		const size = measure(recipient);
		const fault = size.isShort ? null : findFault(recipient);
		if (fault !== null) return refuse("bad_input", `${place}: ${fault}`);
		bytes += size.bytes;
		if (bytes > bytesOfAllMax) {
			const reached = `After ${recipients.length} recipients`;
			return refuse("limit_exceeded", `${reached} there is too much: leave out fields that are not needed.`);
		}
		recipients.push(recipient);
		if (isAnyReadable) continue;
		const read = readEntry(recipient);
		isAnyReadable = read.ok;
		if (!read.ok) firstFault ??= `${place}, ${numberPlace}: ${tellFault(recipient, read.reason)}`;
	}
	if (!isAnyReadable && firstFault !== null) {
		const others = recipients.length === 1 ? "" : ` None of the ${recipients.length} entries can be texted.`;
		return refuse("bad_input", `${firstFault}${others}`);
	}
	const isMissing = recipients.length === 0 && !mayBeNone;
	return isMissing ? refuse("bad_input", "There are no recipients.") : accept(recipients);
}

function tellFault({ number }: CampaignRecipientInput, reason: string): string {
	const shown = number === "" ? "There is no number." : `“${writeOutUnseen(number)}”: ${reason}`;
	return `${shown} Expected: a number such as +14155550123.`;
}

function measure({ number, timeZone = "", state = "", fields = {} }: CampaignRecipientInput) {
	let characters = 0;
	let bytes = bytesOfRecipient;
	let isShort = true;
	const add = (text: string) => {
		characters += text.length;
		bytes += bytesOfWord + (isWide(text) ? 2 : 1) * text.length;
	};
	add(number);
	add(timeZone);
	add(state);
	for (const name in fields) {
		if (name.length > shortRow.charactersOfName) isShort = false;
		add(name);
		add(fields[name] ?? "");
	}
	return { bytes, isShort: isShort && characters <= shortRow.characters };
}

/** Such text is sent with two bytes a character. */
function isWide(text: string): boolean {
	return /[^\0-\xff]/.test(text);
}

function findFault(recipient: CampaignRecipientInput): string | null {
	const issue = CampaignRecipientInput.safeParse(recipient).error?.issues[0];
	if (issue === undefined) return null;
	const name = issue.path[1];
	return name === undefined ? issue.message : `${String(name).slice(0, 64)}: ${issue.message}`;
}
