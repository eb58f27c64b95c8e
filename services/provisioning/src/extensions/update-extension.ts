import { accept, fieldsInConflict, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import type { Extension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { explainForeignField, leaveUnchanged } from "../domain/kind-fields.ts";
import { extensionEvent, numberEvents } from "../domain/live-events.ts";
import { checkPhones, explainPhones, type Phones } from "./check-phones.ts";
import { findExtension, getExtension } from "./find-extension.ts";
import { findMembers } from "./find-members.ts";
import { canBeGroup, canHavePhones, explainGroup, explainTooManyPhones } from "./limit-legs.ts";
import { nextVersion } from "./next-version.ts";

type Changes = Partial<typeof extensions.$inferInsert>;

/** A patch on an old version is refused, unless everything in it is stored already. */
export async function updateExtension(
	ctx: Context,
	extensionId: string,
	patch: UpdateExtension,
): Promise<Result<Extension>> {
	const { db, now, announce } = ctx;
	const { version, kind, ...wish } = patch;
	const current = await findExtension(ctx, extensionId);
	if (!current) return refuse("not_found", "There is no such extension.");
	if (current.status === "inactive") return refuseInactive(current);
	if (kind !== undefined && kind !== current.kind)
		return refuse("bad_input", `kind: ${current.ext} is a ${current.kind}, and stays one.`);
	const phones = await checkPhones(ctx, wish);
	if (!phones.ok) return phones;
	const sent = { ...wish, ...phones.value };
	const foreign = explainForeignField(current.kind, leaveUnchanged(current, sent));
	if (foreign !== null) return refuse("bad_input", foreign);
	const disagreement = explainPhones(phonesAfter(current, sent));
	if (disagreement !== null) return refuse("bad_input", disagreement);
	const members = sent.members && (await findMembers(ctx, sent.members));
	if (members && !members.ok) return members;

	const changes: Changes = { ...sent, ...(members && { members: members.value }) };
	const [updated] = await db
		.update(extensions)
		.set({ ...changes, updatedAt: now(), version: nextVersion(extensions, changes) })
		.where(
			and(
				eq(extensions.id, extensionId),
				ne(extensions.status, "inactive"),
				version === undefined ? undefined : eq(extensions.version, version),
				...conditionsOf(extensionId, changes),
			),
		)
		.returning({ id: extensions.id });
	if (!updated) return explainUnchanged(ctx, extensionId, { changes, sent, version });
	const extension = await getExtension(ctx, extensionId);
	announce([extensionEvent(extension), ...numberEvents(extension.numberId)]);
	return accept(extension);
}

/** Must hold at the moment of writing. Columns stand for what the changes leave as it is. */
function conditionsOf(id: string, changes: Changes): (SQL | undefined)[] {
	const { ext, forwardTo, alsoRing, members, ringing } = changes;
	// Asked in the statement, so that a conflict of the unique key is no exception.
	const isFree = sql`NOT EXISTS (SELECT 1 FROM ${extensions} AS other WHERE other.ext = ${ext}
		AND other.status <> 'inactive' AND other.id <> ${id})`;
	const first = forwardTo === undefined ? sql`${extensions.forwardTo}` : sql`${forwardTo}`;
	const further = listOr(alsoRing, sql`${extensions.alsoRing}`);
	const areApart = sql`(json_array_length(${further}) = 0 OR coalesce(${first} NOT IN (SELECT value FROM json_each(${further})), 0))`;
	const group = canBeGroup(
		id,
		listOr(members, sql`${extensions.members}`),
		ringing === undefined ? sql`${extensions.ringing}` : sql`${ringing}`,
	);
	return [
		...(ext === undefined ? [] : [isFree]),
		...(forwardTo === undefined && alsoRing === undefined
			? []
			: [areApart, canHavePhones(id, sql`(${first} IS NOT NULL) + json_array_length(${further})`)]),
		...(members === undefined && ringing === undefined
			? []
			: [sql`(${extensions.kind} = 'person' OR (${group}))`]),
	];
}

function listOr(list: readonly string[] | undefined, column: SQL): SQL {
	return list === undefined ? column : sql`${JSON.stringify(list)}`;
}

async function explainUnchanged(
	ctx: Context,
	id: string,
	{ changes, sent, version }: { changes: Changes; sent: UpdateExtension; version: number | undefined },
): Promise<Result<Extension>> {
	const { db } = ctx;
	const extension = await getExtension(ctx, id);
	if (extension.status === "inactive") return refuseInactive(extension);
	if (version !== undefined && version !== extension.version) {
		const isStored = fieldsInConflict(extension, sent).length === 0;
		return isStored ? accept(extension) : refuseOldVersion(extension, { ...sent, version });
	}
	const [[stored], [holder]] = await db.batch([
		db.select({ members: extensions.members }).from(extensions).where(eq(extensions.id, id)),
		db
			.select({ id: extensions.id })
			.from(extensions)
			.where(and(eq(extensions.ext, sent.ext ?? extension.ext), ne(extensions.status, "inactive"))),
	]);
	if (holder && holder.id !== id) return refuse("conflict", `Extension ${sent.ext} exists already.`);
	const reason =
		extension.kind === "group"
			? await explainGroup(ctx, {
					id,
					ext: extension.ext,
					name: extension.name,
					members: changes.members ?? stored?.members ?? [],
					ringing: sent.ringing ?? extension.ringing,
				})
			: await explainPhonesOf(ctx, id, phonesAfter(extension, sent), sent);
	if (reason !== null) return refuse("bad_input", reason);
	return refuse("conflict", `Extension ${extension.ext} has just been changed; try again.`);
}

async function explainPhonesOf(ctx: Context, id: string, phones: Phones, sent: UpdateExtension) {
	const field = sent.alsoRing === undefined ? "forwardTo" : "alsoRing";
	const count = Number(phones.forwardTo !== null) + phones.alsoRing.length;
	return explainPhones(phones) ?? (await explainTooManyPhones(ctx, id, count, field));
}

function phonesAfter(current: Phones, sent: Partial<Pick<UpdateExtension, keyof Phones>>): Phones {
	return {
		forwardTo: sent.forwardTo === undefined ? current.forwardTo : sent.forwardTo,
		alsoRing: sent.alsoRing ?? current.alsoRing,
	};
}

function refuseInactive({ ext }: Extension) {
	return refuse("conflict", `Extension ${ext} was deactivated; create a new one.`);
}
