import type { CreateKey, NewKey } from "@cloudpbx/contracts/api/keys";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { selectRows } from "@cloudpbx/db/json-rows";
import { apiKeys } from "@cloudpbx/db/schema/admin";
import { hashSecret, makeId, makeSecret } from "../../access/secret.ts";
import { keyOf, missingScope, type Principal } from "../../domain/people/principal.ts";
import { type Act, recordIfChanged } from "../audit/record-change.ts";
import { isStillValid, revokedMeanwhile } from "./is-still-valid.ts";
import { showKey } from "./to-key.ts";

/** Enough of the key to tell two apart, and nothing that helps to guess it. */
const hintLength = "cpbx_".length + 4;

/** Nobody can make a key that may do more than its maker, or that outlives the key it was made with. */
export async function createKey(
	act: Act,
	maker: Principal,
	{ name, scopes, expiresAt }: CreateKey,
): Promise<Result<NewKey>> {
	const { db, now } = act;
	const unique = [...new Set(scopes)].sort();
	const excess = missingScope(maker, unique);
	if (excess !== null) return refuse("forbidden", `You lack the scope ${excess} yourself.`);
	if (expiresAt && Date.parse(expiresAt) <= now.getTime()) {
		return refuse("bad_input", "The key would have expired already.");
	}
	const makerEndsAt = maker.kind === "key" ? maker.expiresAt : null;
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
		createdBy: maker.userId,
		createdWith: keyOf(maker),
	};
	const [made] = await db.batch([
		db.insert(apiKeys).select(selectRows(apiKeys, [row], isStillValid(act, maker))),
		recordIfChanged(act, {
			action: "key.create",
			target: { kind: "key", id: row.id },
			after: { name, scopes: unique, expiresAt: expiresAt ?? null },
		}),
	]);
	return made.meta.changes === 0 ? revokedMeanwhile : accept({ ...showKey(row), key });
}
