import type { CreateKey, NewKey } from "@cloudpbx/contracts/api/keys";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { selectRows } from "@cloudpbx/db/json-rows";
import { apiKeys } from "@cloudpbx/db/schema/admin";
import { hashSecret, makeId, makeSecret } from "../../access/secret.ts";
import type { CallerContext } from "../../context.ts";
import { keyOf, missingScope, refuseLacking } from "../../domain/people/principal.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { isStillValid, revokedMeanwhile } from "./is-still-valid.ts";
import { toKey } from "./to-key.ts";

/** Long enough to tell keys apart; no help in guessing. */
const hintLength = "cpbx_".length + 4;

export async function createKey(
	ctx: CallerContext,
	{ name, scopes, expiresAt }: CreateKey,
): Promise<Result<NewKey>> {
	const { db, now } = ctx;
	const unique = [...new Set(scopes)].sort();
	const excess = missingScope(ctx.principal, unique);
	if (excess !== null) return refuseLacking(excess);
	if (expiresAt && Date.parse(expiresAt) <= now.getTime()) {
		return refuse("bad_input", "The key would have expired already.");
	}
	const makerEndsAt = ctx.principal.kind === "key" ? ctx.principal.expiresAt : null;
	if (makerEndsAt !== null && !(expiresAt && Date.parse(expiresAt) <= makerEndsAt.getTime())) {
		const end = makerEndsAt.toISOString();
		return refuse(
			"forbidden",
			`Your own key ends at ${end}: give the new one an expiresAt no later than that.`,
		);
	}
	const key = makeSecret("cpbx_");
	const row = {
		id: makeId("key"),
		name,
		keyHash: await hashSecret(key),
		hint: key.slice(0, hintLength),
		scopes: unique,
		origin: "installation" as const,
		createdAt: now,
		expiresAt: expiresAt ? new Date(expiresAt) : null,
		lastUsedAt: null,
		revokedAt: null,
		createdBy: ctx.principal.userId,
		createdWith: keyOf(ctx.principal),
	};
	const [made] = await db.batch([
		db.insert(apiKeys).select(selectRows(apiKeys, [row], isStillValid(ctx))),
		recordIfChanged(ctx, {
			action: "key.create",
			target: { kind: "key", id: row.id },
			after: { name, scopes: unique, expiresAt: expiresAt ?? null },
		}),
	]);
	return made.meta.changes === 0 ? revokedMeanwhile : accept({ ...toKey(row), key });
}
