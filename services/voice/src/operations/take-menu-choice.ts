import { isNoise, mayCryForHelp } from "@cloudpbx/assistant/receptionist/is-noise";
import { readSpokenKeys, wantsMenuAgain } from "@cloudpbx/assistant/receptionist/read-spoken-keys";
import type { Db } from "@cloudpbx/db/open-db";
import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { CallPlan } from "../domain/call-plan.ts";
import { afterMenuSilence, chooseFromMenu } from "../domain/choose-from-menu.ts";
import { againKey, readExtensionKeys } from "../domain/menu-keys.ts";
import { findExtension } from "../domain/office.ts";
import { reached } from "../domain/receptionist.ts";
import { type InstalledSettings, readOffice, selectOffice } from "./load-office.ts";
import { rememberPlan } from "./store-call.ts";
import { type CallerInput, type ReceptionistModels, talkToReceptionist } from "./talk-to-receptionist.ts";

/**
 * What came from the caller after hearing the menu for the `attempt`-th time: keys, words, or nothing. `typed` are keys of
 * the same choice that came before a long gap. Two round trips: read, write; three and a model's time for a wish in words.
 */
export async function takeMenuChoice(
	db: Db,
	models: ReceptionistModels,
	installed: InstalledSettings,
	call: CallWebhook,
	choice: { attempt: number; typed: string; input: CallerInput },
	now: Date,
): Promise<CallPlan> {
	const { attempt, typed, input } = choice;
	const office = readOffice(await selectOffice(db), installed, now);

	// "Nine one one" is no extension.
	const isInDanger = recogniseDanger(input.words, []) !== null;
	const words = isInDanger || isMeant(input) ? input.words : "";
	const digits = typed + (input.digits || (isInDanger ? "" : readSaidKeys(words)));
	if (digits === "" && office.settings.isAssistantOn && words !== "") {
		const place = { attempt, turn: 1, silences: 0 };
		return talkToReceptionist(db, models, installed, call, place, input, now, [reached(attempt)]);
	}
	const extension = findExtension(office, readExtensionKeys(digits));
	const plan =
		digits === ""
			? afterMenuSilence(office, attempt)
			: chooseFromMenu({ digits, attempt, isSecondPart: typed !== "" }, extension, call, office);
	await rememberPlan(db, call, plan, now);
	return plan;
}

function readSaidKeys(words: string): string {
	return readSpokenKeys(words) ?? (wantsMenuAgain(words) ? againKey : "");
}

/** Below it speech recognition guesses at traffic and television; the menu is repeated, and its keys work on. */
const confidenceMin = 0.4;

function isMeant({ words, confidence }: CallerInput): boolean {
	if (isNoise(words)) return false;
	return confidence === null || confidence >= confidenceMin || mayCryForHelp(words);
}
