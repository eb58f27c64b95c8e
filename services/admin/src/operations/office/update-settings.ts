import { accept, type Result, refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import {
	settingsVersionKey,
	type UpdateSettings,
	type WholeSettings,
} from "@cloudpbx/contracts/office/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { explainForbiddenNumber, knownCountries } from "@cloudpbx/domain/numbering/country-of-number";
import { and, eq, sql } from "drizzle-orm";
import type { ActorContext, Context } from "../../context.ts";
import { changedFields } from "../../domain/audit/changed-fields.ts";
import { recordIfChanged } from "../audit/record-change.ts";
import { findExtensionId } from "../extensions/find-extension-id.ts";
import { loadWholeSettings } from "./load-settings.ts";
import { selectSettingRows } from "./setting-rows.ts";

/** Stores changed settings only. An old version is refused, unless all is stored already. */
export async function updateSettings(
	ctx: ActorContext,
	input: UpdateSettings,
): Promise<Result<WholeSettings>> {
	const { db, now } = ctx;
	const { version, greetingAudio: _, ...wish } = input;
	const current = await loadWholeSettings(ctx);
	const change = changedFields<UpdateSettings>(current, wish);
	if (change === null) return accept(current);
	if (version !== undefined && version !== current.version) return refuseOldVersion(current, input);
	const { callCountries = current.callCountries, fallbackNumber = null } = change.after;
	const unknown = callCountries.filter((code) => !knownCountries.includes(code));
	if (unknown.length > 0) {
		return refuse("bad_input", `callCountries: ${unknown.join(", ")} is no country whose numbers are known.`);
	}
	const forbidden = fallbackNumber && explainForbiddenNumber(fallbackNumber, callCountries);
	if (forbidden) return refuse("bad_input", `fallbackNumber: ${forbidden}`);
	if (change.after.fallbackNumber && (await isOurs(ctx, change.after.fallbackNumber))) {
		return refuse(
			"bad_input",
			"fallbackNumber: This is one of your own numbers; a call would go round in a circle.",
		);
	}
	const operator = await findExtensionId(ctx, change.after.operator ?? null);
	if (!operator.ok) return refuse("bad_input", `operator: ${operator.error.message}`);
	const stored = { ...change.after, ...("operator" in change.after && { operator: operator.value }) };
	const isVersion = eq(settings.key, settingsVersionKey);
	const [, [grown]] = await db.batch([
		db.insert(settings).values({ key: settingsVersionKey, value: 1, updatedAt: now }).onConflictDoNothing(),
		db
			.update(settings)
			.set({ value: sql`${settings.value} + 1`, updatedAt: now })
			.where(and(isVersion, version === undefined ? undefined : eq(settings.value, version)))
			.returning({ version: settings.value }),
		db
			.insert(settings)
			.select(selectSettingRows(stored, now, sql`changes() > 0`))
			.onConflictDoUpdate({
				target: settings.key,
				set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
			}),
		recordIfChanged(ctx, { action: "settings.update", target: { kind: "settings", id: null }, ...change }),
	]);
	if (!grown) return refuseOldVersion(await loadWholeSettings(ctx), input);
	return accept({ ...current, ...wish, version: Number(grown.version) });
}

async function isOurs(ctx: Context, number: string): Promise<boolean> {
	const [own] = await ctx.db
		.select({ id: phoneNumbers.id })
		.from(phoneNumbers)
		.where(eq(phoneNumbers.number, number));
	return own !== undefined;
}
