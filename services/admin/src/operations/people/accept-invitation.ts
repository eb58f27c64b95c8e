import type { AcceptInvitation, User } from "@cloudpbx/contracts/api/people";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { invitations, users } from "@cloudpbx/db/schema/admin";
import { and, eq, gt, isNull } from "drizzle-orm";
import { hashPassword } from "../../access/password.ts";
import { hashSecret, makeId } from "../../access/secret.ts";
import type { Context } from "../../context.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { insertPasswordIfChanged, insertUserIfChanged, newUser } from "./insert-user.ts";
import { selectUsers } from "./list-users.ts";
import { toUser } from "./to-user.ts";

const refused = refuse("not_found", "This invitation is not valid any more. Ask for a new one.");

/** One of two concurrent requests with the same link succeeds. */
export async function acceptInvitation(
	ctx: Context,
	{ token, name, password }: AcceptInvitation,
): Promise<Result<User>> {
	const { db, now } = ctx;
	const isOpen = and(
		eq(invitations.tokenHash, await hashSecret(token)),
		isNull(invitations.acceptedAt),
		gt(invitations.expiresAt, now),
	);
	const [invitation] = await db.select().from(invitations).where(isOpen);
	if (!invitation) return refused;

	const { id, email, role, extensionId } = invitation;
	const user = newUser({ id: makeId("usr"), name, email, role, extensionId }, now);
	const invited = { ...ctx, actor: { kind: "user" as const, id: user.id, name } };
	const [, , , recorded, rows] = await db.batch([
		db.update(invitations).set({ acceptedAt: now }).where(isOpen),
		insertUserIfChanged(db, user),
		insertPasswordIfChanged(ctx, email, await hashPassword(password)),
		recordIfChanged(invited, {
			action: "invitation.accept",
			target: { kind: "invitation", id },
			after: { name, email, role },
		}),
		selectUsers(db, eq(users.email, email)),
	]);
	const [accepted] = rows;
	return recorded.meta.changes === 0 || !accepted ? refused : accept(toUser(accepted));
}
