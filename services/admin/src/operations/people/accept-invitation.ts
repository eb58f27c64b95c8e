import type { AcceptInvitation, User } from "@cloudpbx/contracts/api/people";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { invitations, users } from "@cloudpbx/db/schema/admin";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { hashPassword } from "../../access/password.ts";
import { hashSecret, makeId } from "../../access/secret.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { insertPassword, insertUserIfChanged, newUser } from "./insert-user.ts";
import { selectUsers } from "./list-users.ts";
import { showUser } from "./to-user.ts";

const refused = refuse("not_found", "This invitation is not valid any more. Ask for a new one.");

/** The invited person chooses a name and a password. Of two at once with the same link, one wins. */
export async function acceptInvitation(
	db: Db,
	{ token, name, password }: AcceptInvitation,
	requestId: string | null,
	now: Date,
): Promise<Result<User>> {
	const isOpen = and(
		eq(invitations.tokenHash, await hashSecret(token)),
		isNull(invitations.acceptedAt),
		gt(invitations.expiresAt, now),
	);
	const [invitation] = await db.select().from(invitations).where(isOpen);
	if (!invitation) return refused;

	const { id, email, role, extensionId } = invitation;
	const user = newUser({ id: makeId("usr"), name, email, role, extensionId }, now);
	const act = { db, actor: { kind: "user" as const, id: user.id, name }, requestId, now };
	const [, , , recorded, rows] = await db.batch([
		db.update(invitations).set({ acceptedAt: now }).where(isOpen),
		insertUserIfChanged(db, user),
		insertPassword(db, email, await hashPassword(password), now, sql`changes() > 0`),
		recordIfChanged(act, {
			action: "invitation.accept",
			target: { kind: "invitation", id },
			after: { name, email, role },
		}),
		selectUsers(db, eq(users.email, email)),
	]);
	const [accepted] = rows;
	return recorded.meta.changes === 0 || !accepted ? refused : accept(showUser(accepted));
}
