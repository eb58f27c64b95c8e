import { legsMax } from "@cloudpbx/contracts/words/extension-limits";
import type { CallInProgress } from "../call/call-plan.ts";
import type { Extension, Office } from "../office/office.ts";
import { openingOf } from "../office/opening.ts";

export interface PhoneOfMember {
	number: string;
	member: Extension;
}

/** Telephones that ring at the same time. A group in order has a turn for each member. */
export type RingTurn = readonly PhoneOfMember[];

export type Silence =
	/** `because` names the exception or holiday; null: the week. */
	{ kind: "closed"; because: string | null } | { kind: "forwarded" } | { kind: "nobody" };

export interface Ringing {
	turns: readonly RingTurn[];
	silence: Silence | null;
}

/** A call from or for one of the destination's own telephones does not ring: it would only come back. */
export function planRinging(destination: Extension, call: CallInProgress, office: Office): Ringing {
	const opening = openingOf(destination, office);
	if (!opening.isOpen) return silent({ kind: "closed", because: opening.because });
	const isGroup = destination.kind === "group";
	const persons = isGroup ? listMembers(destination, office) : [destination];
	if (persons.some((person) => isComingBack(person, call))) return silent({ kind: "forwarded" });
	const available = isGroup ? persons.filter((one) => isAvailable(one, office)) : persons;
	const turns = available.map(phonesOf).filter((phones) => phones.length > 0);
	if (turns.length === 0) return silent({ kind: "nobody" });
	const isInOrder = isGroup && destination.ringing === "in_order";
	return { turns: isInOrder ? turns : [turns.flat().slice(0, legsMax)], silence: null };
}

function silent(silence: Silence): Ringing {
	return { turns: [], silence };
}

export function turnsAfter(
	group: Extension,
	memberExt: string,
	turns: readonly RingTurn[],
	office: Office,
): readonly RingTurn[] {
	const member = office.extensions.find(({ ext }) => ext === memberExt);
	const position = member ? group.members.indexOf(member.id) : -1;
	if (position === -1) return [];
	return turns.filter(([phone]) => phone && group.members.indexOf(phone.member.id) > position);
}

export function listMembers(group: Extension, { extensions }: Pick<Office, "extensions">): Extension[] {
	const persons = new Map(extensions.filter(({ kind }) => kind === "person").map((one) => [one.id, one]));
	return group.members.flatMap((id) => persons.get(id) ?? []);
}

function isAvailable(member: Extension, office: Office): boolean {
	return !office.busy.includes(member.ext) && openingOf(member, office).isOpen;
}

function phonesOf(member: Extension): PhoneOfMember[] {
	return numbersOf(member).map((number) => ({ number, member }));
}

function isComingBack(person: Extension, { forwardedFrom, to }: CallInProgress): boolean {
	return numbersOf(person).some((number) => number === forwardedFrom || number === to);
}

export function isPhoneOf({ kind, ...person }: Extension, number: string | null): boolean {
	return kind === "person" && number !== null && numbersOf(person).includes(number);
}

export function numbersOf({ forwardTo, alsoRing }: Pick<Extension, "forwardTo" | "alsoRing">): string[] {
	return [...new Set([...(forwardTo === null ? [] : [forwardTo]), ...alsoRing])];
}
