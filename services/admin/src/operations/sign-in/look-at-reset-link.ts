import type { ResetLook } from "@cloudpbx/contracts/api/links";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { Db } from "@cloudpbx/db/open-db";
import { passwordResets, users } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { hashSecret } from "../../access/secret.ts";
import type { Context } from "../../context.ts";
import { readStoredSettings, selectSettings } from "../office/load-settings.ts";

const used = refuse(
	"conflict",
	"This link was used already. Sign in with the new password, or ask an owner for another link.",
);
const expired = refuse(
	"precondition_failed",
	"This link has expired: it works for a day. Ask an owner for a new one.",
);
const gone = refuse(
	"not_found",
	"This link is not valid: a newer one took its place, it was withdrawn, or it was not copied whole. Ask an owner for a new one.",
);

export async function lookAtResetLink(ctx: Context, token: string): Promise<Result<ResetLook>> {
	const { db } = ctx;
	const tokenHash = await hashSecret(token);
	const [found, rows] = await db.batch([selectResets(db, tokenHash), selectSettings(db, ["companyName"])]);
	const open = readReset(found, ctx.now);
	if (!open.ok) return open;
	const { name, email, expiresAt } = open.value;
	const { companyName } = readStoredSettings(rows, ctx.env);
	return accept({ companyName, name, email, expiresAt: expiresAt.toISOString() });
}

export type OpenReset = Awaited<ReturnType<typeof selectResets>>[number];

export function selectResets(db: Db, tokenHash: string) {
	return db
		.select({
			userId: users.id,
			name: users.name,
			email: users.email,
			deactivatedAt: users.deactivatedAt,
			usedAt: passwordResets.usedAt,
			expiresAt: passwordResets.expiresAt,
		})
		.from(passwordResets)
		.innerJoin(users, eq(users.id, passwordResets.userId))
		.where(eq(passwordResets.tokenHash, tokenHash));
}

/** The open link, or the reason why it does not work. */
export function readReset([found]: readonly OpenReset[], now: Date): Result<OpenReset> {
	if (!found || found.deactivatedAt !== null) return gone;
	if (found.usedAt !== null) return used;
	return found.expiresAt <= now ? expired : accept(found);
}
