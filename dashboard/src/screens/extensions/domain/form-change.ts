import type { Extension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import type { DestinationHours } from "@cloudpbx/contracts/office/hours";
import type { ExtensionKind } from "@cloudpbx/contracts/words/answer-ways";
import { formatNumber } from "../../../words/phone-numbers.ts";

const ofBoth = [
	"ext",
	"name",
	"department",
	"answerWith",
	"purpose",
	"ringSeconds",
	"greeting",
	"hours",
] as const;
const ofPerson = [...ofBoth, "email", "forwardTo", "alsoRing"] as const;
const ofGroup = [...ofBoth, "members", "ringing"] as const;

export type ExtensionField = (typeof ofPerson)[number] | (typeof ofGroup)[number];

export interface ExtensionForm {
	ext: string;
	name: string;
	department: string;
	email: string;
	forwardTo: string;
	alsoRing: string[];
	answerWith: string;
	purpose: string;
	members: string[];
	ringing: string;
	ringSeconds: string;
	greeting: string;
	hours: DestinationHours;
}

export function fieldsOf(kind: ExtensionKind): readonly ExtensionField[] {
	return kind === "group" ? ofGroup : ofPerson;
}

export function formOf(extension: Extension): ExtensionForm {
	const { ext, name, department, email, answerWith, purpose, members, ringing, hours } = extension;
	return {
		...{ ext, name, department, email, answerWith, purpose, members, ringing, hours },
		forwardTo: extension.forwardTo === null ? "" : formatNumber(extension.forwardTo),
		alsoRing: extension.alsoRing.map((number) => formatNumber(number)),
		ringSeconds: extension.ringSeconds === null ? "" : String(extension.ringSeconds),
		greeting: extension.greeting ?? "",
	};
}

/** Null: no change. Without "Rings At" the first of the other telephones takes its place. */
export function formChange(extension: Extension, form: ExtensionForm): UpdateExtension | null {
	const before = toFields(formOf(extension));
	const after = toFields(form);
	const changed = fieldsOf(extension.kind).filter(
		(field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
	);
	if (changed.length === 0) return null;
	return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** Seconds that are no number are sent unchanged, and the server refuses them in words. */
export function toFields(form: ExtensionForm) {
	const text = (value: string) => value.trim();
	const [forwardTo = null, ...alsoRing] = [form.forwardTo, ...form.alsoRing].map(text).filter(Boolean);
	const seconds = text(form.ringSeconds);
	return {
		ext: text(form.ext),
		name: text(form.name),
		department: text(form.department),
		email: text(form.email),
		answerWith: form.answerWith as Extension["answerWith"],
		purpose: text(form.purpose),
		members: form.members,
		ringing: form.ringing as Extension["ringing"],
		ringSeconds: seconds === "" ? null : (readSeconds(seconds) as number | null),
		greeting: text(form.greeting) || null,
		hours: form.hours,
		forwardTo,
		alsoRing,
	};
}

function readSeconds(typed: string): number | string {
	const seconds = Number(typed);
	return Number.isFinite(seconds) ? seconds : typed;
}
