import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { CallPlan } from "../domain/call-plan.ts";
import { chooseFromMenu, readExtensionKeys } from "../domain/choose-from-menu.ts";
import {
	type InstalledSettings,
	readVoiceSettings,
	selectExtension,
	selectVoiceSettings,
} from "./load-directory.ts";
import { storePlan } from "./store-call.ts";

/** The keys pressed after hearing the menu for the `attempt`-th time. Two round trips: read, write. */
export async function takeMenuChoice(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	choice: { attempt: number; digits: string },
	now: Date,
): Promise<CallPlan> {
	const ext = readExtensionKeys(choice.digits) ?? "";
	const [extensionRows, settingRows] = await db.batch([selectExtension(db, ext), selectVoiceSettings(db)]);
	const settings = readVoiceSettings(settingRows, installed);
	const plan = chooseFromMenu(choice.digits, choice.attempt, extensionRows[0] ?? null, call, settings);
	await db.batch(storePlan(db, call, plan, now));
	return plan;
}
