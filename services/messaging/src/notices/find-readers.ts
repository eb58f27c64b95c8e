import type { Role } from "@cloudpbx/contracts/api/scopes";
import type { NoticeKind, NoticeWay } from "@cloudpbx/contracts/words/notice-kinds";
import { chooseWay } from "@cloudpbx/domain/notices/choose-way";

/** Somebody who may be told of something. */
export interface NoticePerson {
	id: string;
	role: Role;
	email: string;
	extensionId: string | null;
	/** Where texts go: the first telephone of the own extension. */
	phone: string | null;
	/** All telephones of the own extension. */
	phones: readonly string[];
	/** Null: not chosen. */
	choices: Readonly<Record<NoticeKind, NoticeWay | null>>;
	atNight: boolean;
}

/** What somebody may be told of. */
export interface Occasion {
	kind: NoticeKind;
	/** Ids of the extensions of everybody behind what was called: a person's own, or a group's members. Empty: nobody's. */
	behind: readonly string[];
	/** The number that called or texted; null: withheld, or nobody did. */
	from: string | null;
}

/** How a person is told of a kind now. */
export function wayOf(kind: NoticeKind, person: NoticePerson, isEmailOn: boolean): NoticeWay {
	const reader = { role: person.role, hasExtension: person.extensionId !== null };
	return chooseWay(kind, person.choices[kind], reader, isEmailOn);
}

/** The people who are told. Nobody is told of what they did with a telephone of their own. */
export function findReaders<Person extends NoticePerson>(
	occasion: Occasion,
	people: readonly Person[],
	isEmailOn: boolean,
): Person[] {
	const { kind, from } = occasion;
	return findConcerned(occasion, people).filter(
		(person) => wayOf(kind, person, isEmailOn) !== "none" && (from === null || !person.phones.includes(from)),
	);
}

/**
 * A call and a voicemail concern the people behind what was called. Where nobody of them has a sign-in, and on the main line, they
 * concern owners and admins who chose to be told of them: the default alone would tell those of everybody's.
 */
function findConcerned<Person extends NoticePerson>(
	{ kind, behind }: Occasion,
	people: readonly Person[],
): readonly Person[] {
	if (kind !== "missedCall" && kind !== "voicemail") return people;
	const called = people.filter(({ extensionId }) => extensionId !== null && behind.includes(extensionId));
	if (called.length > 0) return called;
	return people.filter(({ role, choices }) => role !== "agent" && choices[kind] !== null);
}
