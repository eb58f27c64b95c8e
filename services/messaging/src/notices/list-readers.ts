import type { Role } from "@cloudpbx/contracts/api/scopes";
import type { NoticeKind, NoticeWay } from "@cloudpbx/contracts/words/notice-kinds";
import { chooseWay } from "@cloudpbx/domain/notices/choose-way";

export interface NoticePerson {
	id: string;
	role: Role;
	email: string;
	extensionId: string | null;
	phone: string | null;
	phones: readonly string[];
	/** Null: not chosen. */
	choices: Readonly<Record<NoticeKind, NoticeWay | null>>;
	atNight: boolean;
}

export interface Occasion {
	kind: NoticeKind;
	/** Extension ids of the person or the group's members that were called; empty: no one's. */
	behind: readonly string[];
	/** The number that called or texted; null: withheld, or none. */
	from: string | null;
}

export function wayOf(kind: NoticeKind, person: NoticePerson, isEmailOn: boolean): NoticeWay {
	const reader = { role: person.role, hasExtension: person.extensionId !== null };
	return chooseWay(kind, person.choices[kind], reader, isEmailOn);
}

/** A person gets no notice of what came from their own telephone. */
export function listReaders<Person extends NoticePerson>(
	occasion: Occasion,
	people: readonly Person[],
	isEmailOn: boolean,
): Person[] {
	const { kind, from } = occasion;
	return listConcerned(occasion, people).filter(
		(person) => wayOf(kind, person, isEmailOn) !== "none" && (from === null || !person.phones.includes(from)),
	);
}

/**
 * Calls and voicemails concern the called people. If none of them has a sign-in, and on the main line, they concern
 * owners and admins who chose such notices; the default is not enough.
 */
function listConcerned<Person extends NoticePerson>(
	{ kind, behind }: Occasion,
	people: readonly Person[],
): readonly Person[] {
	if (kind !== "missedCall" && kind !== "voicemail") return people;
	const called = people.filter(({ extensionId }) => extensionId !== null && behind.includes(extensionId));
	if (called.length > 0) return called;
	return people.filter(({ role, choices }) => role !== "agent" && choices[kind] !== null);
}
