import type { CallOut } from "@cloudpbx/contracts/calls/calls-out";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { numberKindOf } from "@cloudpbx/domain/numbering/number-kind";
import { type Extension, findExtension, type Office } from "../office/office.ts";
import { numbersOf } from "../ringing/plan-ringing.ts";

export interface CallOutPlan {
	extension: Extension;
	phones: string[];
	callerId: string;
	ringSeconds: number;
}

/** The API has checked the number's country already: that table is larger than this Worker's decisions. */
export function decideCallOut({ as, to, from }: Omit<CallOut, "id">, office: Office): Result<CallOutPlan> {
	const extension = findExtension(office, as);
	if (!extension) return refuse("bad_input", `as: Nobody has the keys ${as}.`);
	const { name } = extension;
	if (extension.kind === "group") {
		return refuse("bad_input", `as: ${name} (${as}) is a group. Name the person who calls.`);
	}
	if (Object.hasOwn(office.lines, to)) {
		return refuse("forbidden", `${to} is not called: it is one of your own numbers.`);
	}
	const phones = numbersOf(extension).filter((phone) => !Object.hasOwn(office.lines, phone));
	if (phones.length === 0) {
		const todo = "Give the extension a telephone that rings, then call again.";
		return refuse("precondition_failed", `${name} (${as}) has no telephone to call from. ${todo}`);
	}
	if (phones.includes(to)) {
		return refuse("bad_input", `to: ${to} is a telephone of ${name}, which rings first for the call.`);
	}
	const callerId = chooseCallerId(as, from, office);
	if (!callerId.ok) return callerId;
	return accept({
		extension,
		phones,
		callerId: callerId.value,
		ringSeconds: extension.ringSeconds ?? office.settings.ringSeconds,
	});
}

/** The number asked for, the person's own, or a main line, toll-free first. */
function chooseCallerId(as: string, wished: string | null, { lines }: Pick<Office, "lines">): Result<string> {
	if (wished !== null) {
		if (Object.hasOwn(lines, wished)) return accept(wished);
		return refuse("bad_input", `from: ${wished} is none of the company's numbers.`);
	}
	const numbersFor = (ext: string | null) => Object.keys(lines).filter((number) => lines[number] === ext);
	const mainLines = numbersFor(null);
	const tollFree = mainLines.find((number) => numberKindOf(number) === "toll_free");
	const number = numbersFor(as)[0] ?? tollFree ?? mainLines[0];
	if (number !== undefined) return accept(number);
	return refuse(
		"precondition_failed",
		"The company has no number to call from. Get one under Numbers first.",
	);
}

export function labelCallee(
	number: string,
	contact: { name: string | null; company: string | null } | undefined,
): string {
	const { name, company } = contact ?? {};
	if (name && company) return shorten(`${name} at ${company}`);
	return shorten(name || company || number);
}

/** People do not listen to longer names, and addresses become too long. */
const labelCharactersMax = 80;

export function shorten(label: string): string {
	return [...label].slice(0, labelCharactersMax).join("");
}
