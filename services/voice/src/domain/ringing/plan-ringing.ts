import { legsMax } from "@cloudpbx/contracts/words/extension-limits";
import type { CallInProgress } from "../call/call-plan.ts";
import type { Extension, Office } from "../office/office.ts";
import { openingOf } from "../office/opening.ts";

/** A telephone that rings, and the person whose it is. */
export interface PhoneOfMember {
	number: string;
	member: Extension;
}

/** Telephones that ring at the same time. One turn for a person and for a group that rings together, one a member in order. */
export type RingTurn = readonly PhoneOfMember[];

/** Why a destination does not ring at all. */
export type Silence =
	/** `because` names the exception or holiday; null: the week. */
	| { kind: "closed"; because: string | null }
	/** One of its own telephones sent the call on to us. */
	| { kind: "forwarded" }
	/** It has no telephone, or nobody of the group is free and open. */
	| { kind: "nobody" };

export interface Ringing {
	turns: readonly RingTurn[];
	/** Null while somebody rings. */
	silence: Silence | null;
}

/**
 * Where a call for this destination rings. A call that came from one of its own telephones, or for such a number, would only come
 * back again: it does not ring.
 */
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

/** The turns that come after this member's, in the group's order. */
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

/** A group's persons, in its order; whoever has left the company is passed over. */
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

/** A person's own telephone. A group has none. */
export function isPhoneOf({ kind, ...person }: Extension, number: string | null): boolean {
	return kind === "person" && number !== null && numbersOf(person).includes(number);
}

/** The telephones of a person, the first one first. */
export function numbersOf({ forwardTo, alsoRing }: Pick<Extension, "forwardTo" | "alsoRing">): string[] {
	return [...new Set([...(forwardTo === null ? [] : [forwardTo]), ...alsoRing])];
}
