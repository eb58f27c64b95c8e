import { type Role, roles, type Scope, scopesOfRole } from "@cloudpbx/contracts/api/scopes";
import { refuse } from "@cloudpbx/contracts/errors";
import type { OwnGroup } from "@cloudpbx/contracts/extensions/extensions";
import type { Actor } from "@cloudpbx/contracts/texts/messages";

export interface Principal {
	kind: "user" | "key";
	id: string;
	/** The person, or the maker of the key. Null for the installer's key. */
	userId: string | null;
	name: string;
	/** Null for a key, like the role. */
	email: string | null;
	role: Role | null;
	/** Three keys of the own extension. */
	extension: string | null;
	/** Id and creation of that extension; null without one. */
	extensionId: string | null;
	extensionSince: Date | null;
	/** Groups of an agent; null for other roles and without an own extension. */
	groups: readonly OwnGroup[] | null;
	scopes: readonly Scope[];
	/** Session of the browser; null for a key and for Cloudflare Access. */
	sessionId: string | null;
	/** Null when the end is not known here. */
	expiresAt: Date | null;
}

/** Null for a person. */
export function keyOf({ kind, id }: Principal): string | null {
	return kind === "key" ? id : null;
}

export function toActor({ kind, id, name, role }: Principal): Actor {
	return { kind, id, name, role };
}

/** Whether names of contacts may be shown beside their numbers. */
export function mayReadContacts({ scopes }: Principal): boolean {
	return scopes.includes("contacts:read");
}

/** A person or key with the scopes to manage people and keys. */
export function isOwner(principal: Principal): boolean {
	return principal.scopes.includes("users:write") && principal.scopes.includes("keys:write");
}

/** First scope that the caller lacks. Nobody grants or revokes more than they have. */
export function missingScope(principal: Principal, wanted: readonly Scope[]): Scope | null {
	return wanted.find((scope) => !principal.scopes.includes(scope)) ?? null;
}

export function missingScopeOfRoles(principal: Principal, ...roles: Role[]): Scope | null {
	return missingScope(
		principal,
		roles.flatMap((role) => scopesOfRole[role]),
	);
}

/** For a caller who would give or take away more than the own scopes. */
export function refuseLacking(scope: Scope) {
	return refuse("forbidden", `You lack the scope ${scope} yourself.`);
}

export function rolesAbove(role: Role): Role[] {
	return roles.slice(0, roles.indexOf(role));
}

/** Voicemail of one extension, with its present keys and its creation. */
export interface VoicemailBox {
	extensionId: string;
	ext: string;
	since: Date;
}

/** All voicemail, none, or that of these boxes, the own one first. */
export type VisibleVoicemail = "all" | "none" | readonly [VoicemailBox, ...VoicemailBox[]];

/** Agents see their own extension and groups, not messages for a previous holder of the same keys. */
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
