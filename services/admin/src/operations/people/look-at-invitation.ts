import type { InvitationLook } from "@cloudpbx/contracts/api/links";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { invitations, users } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { hashSecret } from "../../access/secret.ts";
import type { Context } from "../../context.ts";
import { readStoredSettings, selectSettings } from "../office/load-settings.ts";

const used = refuse("conflict", "This invitation was used already. Sign in with the password chosen then.");
const gone = refuse(
	"not_found",
	"This invitation is not valid: it was withdrawn, a newer one took its place, or its link was not copied whole. Ask for a new one.",
);

export async function lookAtInvitation(ctx: Context, token: string): Promise<Result<InvitationLook>> {
	const { db } = ctx;
	const [[found], rows] = await db.batch([
		db
			.select({ invitation: invitations, extension: extensions.ext, invitedBy: users.name })
			.from(invitations)
			.leftJoin(extensions, eq(extensions.id, invitations.extensionId))
			.leftJoin(users, eq(users.id, invitations.createdBy))
			.where(eq(invitations.tokenHash, await hashSecret(token))),
		selectSettings(db, ["companyName"]),
	]);
	if (!found) return gone;
	const { invitation, extension, invitedBy } = found;
	if (invitation.acceptedAt !== null) return used;
	if (invitation.expiresAt <= ctx.now) {
		const host = invitedBy ?? "an owner";
		return refuse("precondition_failed", `This invitation has expired. Ask ${host} for a new one.`);
	}
	const { email, role, expiresAt } = invitation;
	const { companyName } = readStoredSettings(rows, ctx.env);
	return accept({ companyName, invitedBy, email, role, extension, expiresAt: expiresAt.toISOString() });
}
