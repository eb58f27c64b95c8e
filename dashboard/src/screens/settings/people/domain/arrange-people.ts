import type { Invitation, User } from "@cloudpbx/contracts/api/people";
import type { Role } from "@cloudpbx/contracts/api/scopes";

const rankOf: Record<Role, number> = { owner: 0, admin: 1, agent: 2 };

/** Those who may sign in, the most powerful first, then by name. */
export function arrangeActive(users: readonly User[]): User[] {
	return users
		.filter(({ deactivatedAt }) => deactivatedAt === null)
		.sort((a, b) => rankOf[a.role] - rankOf[b.role] || a.name.localeCompare(b.name));
}

/** Those who could once, the latest first. */
export function arrangeInactive(users: readonly User[]): User[] {
	return users
		.filter(({ deactivatedAt }) => deactivatedAt !== null)
		.sort((a, b) => (b.deactivatedAt ?? "").localeCompare(a.deactivatedAt ?? ""));
}

/** Those that nobody has accepted, the newest first. */
export function arrangeInvitations(invitations: readonly Invitation[]): Invitation[] {
	return invitations
		.filter(({ acceptedAt }) => acceptedAt === null)
		.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Somebody has to be able to manage people. */
export function isLastOwner({ id, role }: User, users: readonly User[]): boolean {
	return (
		role === "owner" &&
		!users.some((other) => other.id !== id && other.role === "owner" && other.deactivatedAt === null)
	);
}

/** Whether a change of role takes something away, which ends links and keys for good. */
export function isLower(before: Role, after: Role): boolean {
	return rankOf[after] > rankOf[before];
}
