import { directoryHints } from "@cloudpbx/assistant/receptionist/directory-hints";
import type { Db } from "@cloudpbx/db/open-db";
import { callEvents, calls } from "@cloudpbx/db/schema/voice";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { sql } from "drizzle-orm";
import { answerCall as decide } from "../domain/answer-call.ts";
import type { CallPlan } from "../domain/call-plan.ts";
import {
	type InstalledSettings,
	readDirectory,
	readVoiceSettings,
	selectDirectory,
	selectExtensionOfNumber,
	selectVoiceSettings,
} from "./load-directory.ts";
import { newCall } from "./store-call.ts";

/**
 * The first webhook of a call, in one round trip: the row and its first events are written by the same batch that
 * reads whom the dialled number belongs to.
 */
export async function answerCall(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	now: Date,
): Promise<CallPlan> {
	const [extensionRows, settingRows, people] = await db.batch([
		selectExtensionOfNumber(db, call.to),
		selectVoiceSettings(db),
		selectDirectory(db),
		db
			.insert(calls)
			.values({ ...newCall(call, now), extension: sql`(${extensionOfLine(call.to)})` })
			.onConflictDoNothing(),
		db.insert(callEvents).select(firstEvents(call, now)).onConflictDoNothing(),
	]);
	const settings = readVoiceSettings(settingRows, installed);
	const context = {
		settings,
		hints: directoryHints(readDirectory(people)),
		hasExtensions: people.length > 0,
	};
	return decide(extensionRows[0] ?? null, call, context);
}

function extensionOfLine(number: string) {
	return sql`SELECT e.ext FROM phone_numbers n
		JOIN extensions e ON e.id = n.extension_id AND e.status <> 'inactive' WHERE n.number = ${number}`;
}

/**
 * "Received" and what `decide` does next. The decision is repeated here in SQL because its input is read in the same
 * batch; a test holds the two together for every kind of line.
 */
function firstEvents(call: CallWebhook, now: Date) {
	const { to, forwardedFrom } = call;
	const comesBack = sql`e.forward_to IN (${to}, ${forwardedFrom ?? ""})`;
	const ringsNowhere = sql`coalesce(${comesBack}, true)`;
	const first = sql`SELECT
			CASE WHEN e.ext IS NULL THEN 'menu-1' WHEN ${ringsNowhere} THEN 'voicemail-' || e.ext
				ELSE 'ring-' || e.ext END AS step,
			CASE WHEN e.ext IS NULL THEN 'menu_played' WHEN ${ringsNowhere} THEN 'voicemail_offered'
				ELSE 'extension_rang' END AS kind,
			CASE WHEN e.ext IS NULL THEN json_object('attempt', 1)
				WHEN ${comesBack} THEN json_object('extension', e.ext, 'isForwarded', json('true')) ELSE json_object('extension', e.ext) END AS detail
		FROM (SELECT ${call.to} AS number) dialled
		LEFT JOIN phone_numbers n ON n.number = dialled.number
		LEFT JOIN extensions e ON e.id = n.extension_id AND e.status <> 'inactive'`;
	const received = sql`SELECT 'received' AS step, 'received' AS kind, json_object('to', ${call.to}) AS detail`;
	// In the order of the table's columns; the first is its own row id. "WHERE true" keeps SQLite from reading the
	// following ON CONFLICT as a join condition (sqlite.org/lang_upsert.html, parsing ambiguity).
	return sql`SELECT NULL, ${call.callId}, step, kind, ${now.getTime()}, detail
		FROM (${received} UNION ALL ${first}) WHERE true`;
}
