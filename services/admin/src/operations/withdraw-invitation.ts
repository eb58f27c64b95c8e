import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { invitations } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull } from "drizzle-orm";
import { type Act, recordIfChanged } from "./record-change.ts";

/** The link stops working. One that was accepted cannot be withdrawn: deactivate the user instead. */
export async function withdrawInvitation(act: Act, id: string): Promise<Result<null>> {
	const { db } = act;
	const [removed] = await db.batch([
		db.delete(invitations).where(and(eq(invitations.id, id), isNull(invitations.acceptedAt))),
		recordIfChanged(act, { action: "invitation.withdraw", target: { kind: "invitation", id } }),
	]);
	return removed.meta.changes === 0 ? refuse("not_found", "There is no such open invitation.") : accept(null);
}
