import { directoryHints } from "@cloudpbx/assistant/receptionist/directory-hints";
import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { CallPlan } from "../domain/call-plan.ts";
import { chooseFromMenu } from "../domain/choose-from-menu.ts";
import { readExtensionKeys, receptionistKey } from "../domain/menu-keys.ts";
import {
	type InstalledSettings,
	readDirectory,
	readVoiceSettings,
	selectDirectory,
	selectExtension,
	selectVoiceSettings,
} from "./load-directory.ts";
import { rememberPlan } from "./store-call.ts";

/** The keys pressed after hearing the menu for the `attempt`-th time. Two round trips: read, write. */
export async function takeMenuChoice(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	choice: { attempt: number; digits: string },
	now: Date,
): Promise<CallPlan> {
	const { attempt, digits } = choice;
	// The receptionist needs all names, an extension only its own.
	const people =
		digits === receptionistKey ? selectDirectory(db) : selectExtension(db, readExtensionKeys(digits) ?? "");
	const [rows, settingRows] = await db.batch([people, selectVoiceSettings(db)]);
	const settings = readVoiceSettings(settingRows, installed);
	const hints = digits === receptionistKey ? directoryHints(readDirectory(rows)) : [];
	const extension = digits === receptionistKey ? null : (rows[0] ?? null);
	const plan = chooseFromMenu(digits, attempt, extension, call, settings, hints);
	await rememberPlan(db, call, plan, now);
	return plan;
}
