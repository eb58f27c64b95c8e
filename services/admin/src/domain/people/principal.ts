import { type Role, roles, type Scope, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import type { OwnGroup } from "@cloudpbx/contracts/extensions/extensions";
import type { Actor } from "@cloudpbx/contracts/texts/messages";

/** Who asks: a signed-in person or a program with a key. */
export interface Principal {
	kind: "user" | "key";
	id: string;
	/** The person behind it: themselves, or who made the key. Null for a key that nobody here made. */
	userId: string | null;
	name: string;
	/** Null for a key. */
	email: string | null;
	/** Null for a key. */
	role: Role | null;
	/** The three keys of the person's own extension. */
	extension: string | null;
	/** That extension's id, and when it was made; null without one. */
	extensionId: string | null;
	extensionSince: Date | null;
	/** An agent's groups; null for everybody else, and without an own extension. */
	groups: readonly OwnGroup[] | null;
	scopes: readonly Scope[];
	/** The browser's session; null for a key and for Cloudflare Access. */
	sessionId: string | null;
	/** When these credentials end by themselves; null when that is not known here. */
	expiresAt: Date | null;
}

/** The key that it asks with; null for a person. */
export function keyOf({ kind, id }: Principal): string | null {
	return kind === "key" ? id : null;
}

/** The same for another Worker's books. */
export function toActor({ kind, id, name, role }: Principal): Actor {
	return { kind, id, name, role };
}

/** Whether names of contacts may be shown besides their numbers. */
export function mayReadContacts({ scopes }: Principal): boolean {
	return scopes.includes("contacts:read");
}

/** Whoever may manage people and keys: an owner, or a key that an owner gave every scope. */
export function isOwner(principal: Principal): boolean {
	return principal.scopes.includes("users:write") && principal.scopes.includes("keys:write");
}

/** A scope of these that whoever asks does not have: nobody gives away, or takes away, more than they may do. */
export function missingScope(principal: Principal, wanted: readonly Scope[]): Scope | null {
	return wanted.find((scope) => !principal.scopes.includes(scope)) ?? null;
}

export function missingScopeOfRoles(principal: Principal, ...roles: Role[]): Scope | null {
	return missingScope(
		principal,
		roles.flatMap((role) => scopesOfRole[role]),
	);
}

/** Roles that may do more than this one. */
export function rolesAbove(role: Role): Role[] {
	return roles.slice(0, roles.indexOf(role));
}

/** Where voicemail is left: that of one extension, with its keys of today and the day it was made. */
export interface VoicemailBox {
	extensionId: string;
	ext: string;
	since: Date;
}

/** The voicemail that may be seen: all, none, or that of these boxes, the own one first. */
export type VisibleVoicemail = "all" | "none" | readonly [VoicemailBox, ...VoicemailBox[]];

/**
 * An agent sees that of the own extension, whatever its keys were, and of the groups it is in; not what was left for who had the
 * same keys before.
 */
export function visibleVoicemail(principal: Principal): VisibleVoicemail {
	const { role, extension, extensionId, extensionSince, groups } = principal;
	if (role !== "agent") return "all";
	if (extension === null || extensionId === null || extensionSince === null) return "none";
	const ofGroups = (groups ?? []).map(({ id, ext, since }) => ({
		extensionId: id,
		ext,
		since: new Date(since),
	}));
	return [{ extensionId, ext: extension, since: extensionSince }, ...ofGroups];
}
