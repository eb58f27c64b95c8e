import type { Extension } from "@cloudpbx/contracts/extensions/extensions";

export function moveMember(members: readonly string[], from: number, to: number): string[] {
	const moved = [...members];
	const [member] = moved.splice(from, 1);
	if (member !== undefined) moved.splice(Math.max(0, Math.min(to, moved.length)), 0, member);
	return moved;
}

export function candidatesOf(all: readonly Extension[], members: readonly string[]): Extension[] {
	return all
		.filter(({ kind, status, ext }) => kind === "person" && status !== "inactive" && !members.includes(ext))
		.sort((one, other) => one.ext.localeCompare(other.ext));
}

export function countPhones(all: readonly Extension[], members: readonly string[]): number {
	return members
		.map((keys) => findPerson(all, keys))
		.reduce((sum, person) => sum + (person ? phonesOf(person).length : 0), 0);
}

export function phonesOf({ forwardTo, alsoRing }: Extension): string[] {
	return [...(forwardTo === null ? [] : [forwardTo]), ...alsoRing];
}

export function findPerson(all: readonly Extension[], keys: string): Extension | undefined {
	return all.find(({ ext, status }) => ext === keys && status !== "inactive");
}

export function groupsOf(all: readonly Extension[], { ext, kind }: Extension): Extension[] {
	if (kind === "group") return [];
	return all.filter((one) => one.kind === "group" && one.status !== "inactive" && one.members.includes(ext));
}
