import type { BlockItem, TypedBlockItem } from "@cloudpbx/contracts/office/blocklist";
import { cleanNumber } from "../numbering/clean-number.ts";
import { readNumber } from "../numbering/read-number.ts";
import { isE164 } from "../phone-number.ts";

export type ReadBlockItem =
	| { ok: true; item: BlockItem }
	| { ok: false; field: "number" | "prefix"; reason: string };

/** Cannot be blocked: emergency, crisis and information services of the US and Canada, and 112. */
const services = new Set([
	"112",
	"211",
	"311",
	"411",
	"511",
	"611",
	"711",
	"811",
	"911",
	"933",
	"988",
	"999",
]);

/** Reads an entry as typed. Accepts numbers outside every plan when complete: spoofed callers show such. */
export function readBlockItem(typed: TypedBlockItem): ReadBlockItem {
	if ("anonymous" in typed) return { ok: true, item: typed };
	if ("prefix" in typed) {
		const prefix = readPrefix(typed.prefix);
		if (prefix) return { ok: true, item: { prefix, then: typed.then } };
		const reason = "Write how the numbers begin: a country code such as +44, or an area code such as +1 809.";
		return { ok: false, field: "prefix", reason };
	}
	if (services.has(typed.number.replace(/\D/g, ""))) {
		return {
			ok: false,
			field: "number",
			reason: "This is an emergency or public service; it cannot be blocked.",
		};
	}
	const read = readNumber(typed.number, "US");
	if (read.ok) return { ok: true, item: { number: read.number, then: typed.then } };
	const written = joinPlain(typed.number);
	if (written !== null && isE164(written)) return { ok: true, item: { number: written, then: typed.then } };
	return { ok: false, field: "number", reason: read.reason };
}

/** `+1 (809)`, `1-809` and `809` are the same; other countries need a plus or `00`. */
function readPrefix(text: string): string | null {
	const plain = joinPlain(text);
	if (plain === null) return null;
	const joined = plain.startsWith("+") ? plain : `+1${plain.replace(/^1/, "")}`;
	return /^\+[1-9]\d{0,13}$/.test(joined) ? joined : null;
}

function joinPlain(text: string): string | null {
	const clean = cleanNumber(text);
	if (!clean.ok) return null;
	const joined = clean.text.replace(/[\s()./*x…-]/gi, "").replace(/^00(?=[1-9])/, "+");
	return /^\+?\d+$/.test(joined) ? joined : null;
}
