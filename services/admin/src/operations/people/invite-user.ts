import type { CreateInvitation, NewInvitation } from "@cloudpbx/contracts/api/people";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { selectRows } from "@cloudpbx/db/json-rows";
import { invitations, users } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull } from "drizzle-orm";
import { hashSecret, makeId, makeSecret } from "../../access/secret.ts";
import type { CallerContext } from "../../context.ts";
import { keyOf, missingScopeOfRoles, refuseLacking } from "../../domain/people/principal.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { findPersonsExtensionId } from "../extensions/find-extension-id.ts";
import { isStillValid, revokedMeanwhile } from "../keys/is-still-valid.ts";
import { toInvitation } from "./to-invitation.ts";

/** Long enough for a holiday, short enough for a link in an inbox. */
const validMilliseconds = 7 * 24 * 3_600_000;

/** A second invitation replaces the first. `origin` is the dashboard's. */
export async function inviteUser(
	ctx: CallerContext,
	{ email, role, extension = null }: CreateInvitation,
	origin: string,
): Promise<Result<NewInvitation>> {
	const { db, now } = ctx;
	const excess = missingScopeOfRoles(ctx.principal, role);
	if (excess !== null) return refuseLacking(excess);
	const [user] = await db
		.select({ id: users.id })
		.from(users)
		.where(and(eq(users.email, email), isNull(users.deactivatedAt)));
	if (user) return refuse("conflict", `${email} can sign in already.`);
	const extensionId = await findPersonsExtensionId(ctx, extension);
	if (!extensionId.ok) return extensionId;

	const token = makeSecret("inv_");
	const invitation = {
		id: makeId("inv"),
		email,
		role,
		extensionId: extensionId.value,
		tokenHash: await hashSecret(token),
		createdAt: now,
		expiresAt: new Date(now.getTime() + validMilliseconds),
		acceptedAt: null,
		createdBy: ctx.principal.userId,
		createdWith: keyOf(ctx.principal),
	};
	const isValid = isStillValid(ctx);
	const [, made] = await db.batch([
		db.delete(invitations).where(and(eq(invitations.email, email), isNull(invitations.acceptedAt), isValid)),
		db.insert(invitations).select(selectRows(invitations, [invitation], isValid)),
		recordIfChanged(ctx, {
			action: "invitation.create",
			target: { kind: "invitation", id: invitation.id },
			after: { email, role, extension },
		}),
	]);
	if (made.meta.changes === 0) return revokedMeanwhile;
	const link = `${origin}/invitation#${token}`;
	return accept({ ...toInvitation({ ...invitation, extension }), link, token });
}
