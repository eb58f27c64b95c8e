import { directoryHints } from "@cloudpbx/assistant/receptionist/directory-hints";
import type { Db } from "@cloudpbx/db/open-db";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { endOfRinging, type RingResult } from "../domain/after-ringing.ts";
import type { ReceptionistPlace } from "../domain/call-paths.ts";
import type { CallPlan, Extension } from "../domain/call-plan.ts";
import {
	afterReceptionistRinging,
	afterUnansweredChoice,
	type ReceptionContext,
} from "../domain/receptionist.ts";
import { retired } from "./finish-ringing.ts";
import { languageOf, selectLanguageOfCall } from "./language-of-call.ts";
import {
	type InstalledSettings,
	readDirectory,
	readVoiceSettings,
	selectDirectory,
	selectVoiceSettings,
} from "./load-directory.ts";
import { selectPickUp } from "./remember-pick-up.ts";
import { rememberPlan } from "./store-call.ts";

/** What ended: the ringing, or the caller's choice of what to do about it. */
type Ended = { kind: "ringing"; result: RingResult } | { kind: "choice"; digits: string };

/**
 * An extension that the receptionist had rung stopped ringing, or the caller chose what to do about it. Two round trips:
 * read, write; the end of a conversation needs nothing read.
 */
export async function returnToReceptionist(
	db: Db,
	installed: InstalledSettings,
	call: CallWebhook,
	ext: string,
	place: ReceptionistPlace,
	ended: Ended,
	now: Date,
): Promise<CallPlan> {
	const over = ended.kind === "ringing" ? endOfRinging(ext, ended.result, place) : null;
	const plan = over ?? (await lookUpNext(db, installed, call, ext, place, ended));
	await rememberPlan(db, call, plan, now);
	return plan;
}

async function lookUpNext(
	db: Db,
	installed: InstalledSettings,
	{ callId }: CallWebhook,
	ext: string,
	place: ReceptionistPlace,
	ended: Ended,
): Promise<CallPlan> {
	const [people, settingRows, turns, pickUps] = await db.batch([
		selectDirectory(db),
		selectVoiceSettings(db),
		selectLanguageOfCall(db, callId),
		selectPickUp(db, callId, ended.kind === "ringing" ? ended.result.legId : null),
	]);
	const context: ReceptionContext = {
		settings: readVoiceSettings(settingRows, installed),
		hints: directoryHints(readDirectory(people)),
		hasExtensions: people.length > 0,
		place: { ...place, ...languageOf(turns) },
	};
	const extension: Extension = people.find((person) => person.ext === ext) ?? retired(ext);
	return ended.kind === "ringing"
		? afterReceptionistRinging(extension, { ...ended.result, isPickedUp: pickUps.length > 0 }, context)
		: afterUnansweredChoice(ended.digits, extension, context);
}
