import type { Invitation, User } from "@cloudpbx/contracts/api/people";
import type { Role } from "@cloudpbx/contracts/api/scopes";

const rankOf: Record<Role, number> = { owner: 0, admin: 1, agent: 2 };

/** The highest role first, then by name. */
export function arrangeActive(users: readonly User[]): User[] {
	return users
		.filter(({ deactivatedAt }) => deactivatedAt === null)
		.sort((a, b) => rankOf[a.role] - rankOf[b.role] || a.name.localeCompare(b.name));
}

export function arrangeInactive(users: readonly User[]): User[] {
	return users
		.filter(({ deactivatedAt }) => deactivatedAt !== null)
		.sort((a, b) => (b.deactivatedAt ?? "").localeCompare(a.deactivatedAt ?? ""));
}

export function arrangeInvitations(invitations: readonly Invitation[]): Invitation[] {
	return invitations
		.filter(({ acceptedAt }) => acceptedAt === null)
		.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** At least one person has to be able to manage people. */
export function isLastOwner({ id, role }: User, users: readonly User[]): boolean {
	return (
		role === "owner" &&
		!users.some((other) => other.id !== id && other.role === "owner" && other.deactivatedAt === null)
	);
}

/** A lower role ends links and keys permanently. */
export function isLower(before: Role, after: Role): boolean {
	return rankOf[after] > rankOf[before];
}
