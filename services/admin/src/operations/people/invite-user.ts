import type { CreateInvitation, NewInvitation } from "@cloudpbx/contracts/api/people";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { selectRows } from "@cloudpbx/db/json-rows";
import { invitations, users } from "@cloudpbx/db/schema/admin";
import { and, eq, isNull } from "drizzle-orm";
import { hashSecret, makeId, makeSecret } from "../../access/secret.ts";
import type { CallerContext } from "../../context.ts";
import { keyOf, missingScopeOfRoles } from "../../domain/people/principal.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { findPersonsExtensionId } from "../extensions/find-extension-id.ts";
import { isStillValid, revokedMeanwhile } from "../keys/is-still-valid.ts";
import { toInvitation } from "./to-invitation.ts";

/** Long enough for somebody on holiday to be reminded, short enough not to lie in an inbox for good. */
const validMilliseconds = 7 * 24 * 3_600_000;

/** Nobody can invite somebody who may do more. `origin` is where the dashboard is. A second invitation of the same person takes the place of the first. */
export async function inviteUser(
	ctx: CallerContext,
	{ email, role, extension = null }: CreateInvitation,
	origin: string,
): Promise<Result<NewInvitation>> {
	const { db, now } = ctx;
	const excess = missingScopeOfRoles(ctx.principal, role);
	if (excess !== null) return refuse("forbidden", `You lack the scope ${excess} yourself.`);
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
	// Behind the #, so that it reaches no server's log.
	const link = `${origin}/invitation#${token}`;
	return accept({ ...toInvitation({ ...invitation, extension }), link, token });
}
