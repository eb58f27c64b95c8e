import type { Extension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import type { ExtensionKind } from "@cloudpbx/contracts/words/answer-ways";

type Chosen = Omit<UpdateExtension, "version">;

/** A form may send back all that it was given. */
export function leaveUnchanged(current: Extension, wish: Chosen): Chosen {
	const stored = new Map(Object.entries(current).map(([name, value]) => [name, JSON.stringify(value)]));
	return Object.fromEntries(
		Object.entries(wish).filter(
			([name, value]) => value !== undefined && stored.get(name) !== JSON.stringify(value),
		),
	);
}

export function explainForeignField(kind: ExtensionKind, chosen: Omit<Chosen, "kind">): string | null {
	const { forwardTo, alsoRing = [], email, members = [], ringing } = chosen;
	if (kind === "person") {
		if (members.length > 0) return "members: Only a group has members; this is a person.";
		if (ringing === "in_order") return "ringing: Only a group has members to ring; this is a person.";
		return email === "" ? "email: This is not an e-mail address." : null;
	}
	if (forwardTo) return "forwardTo: A group has no telephone of its own: it rings those of its members.";
	if (alsoRing.length > 0)
		return "alsoRing: A group has no telephones of its own: it rings those of its members.";
	if (email) return "email: A group has no e-mail address of its own.";
	return chosen.members?.length === 0 ? "members: A group has at least one member." : null;
}
