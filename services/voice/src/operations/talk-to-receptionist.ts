import type { AiBinding } from "@cloudpbx/assistant/ai-binding";
import { listModels } from "@cloudpbx/assistant/list-models";
import { decideReception } from "@cloudpbx/assistant/receptionist/decide-reception";
import { findCallerDanger } from "@cloudpbx/assistant/receptionist/find-caller-danger";
import { phrasesIn } from "@cloudpbx/assistant/receptionist/phrases";
import { readSpokenKeys } from "@cloudpbx/assistant/receptionist/read-spoken-keys";
import type { ReceptionResult } from "@cloudpbx/assistant/receptionist/reception";
import type { Db } from "@cloudpbx/db/open-db";
import { receptionistTurns } from "@cloudpbx/db/schema/voice";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import { describeError, log } from "@cloudpbx/kit/log";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { asc, eq } from "drizzle-orm";
import type { ReceptionistPlace } from "../domain/call-paths.ts";
import type { CallEvent, CallPlan } from "../domain/call-plan.ts";
import { againKey, readExtensionKeys, receptionistKey } from "../domain/menu-keys.ts";
import { type Extension, findExtension } from "../domain/office.ts";
import { afterDecision, afterKeys, afterSilence, type ReceptionOutcome } from "../domain/receptionist.ts";
import { languageOf } from "./language-of-call.ts";
import { type InstalledSettings, listDirectory, readOffice, selectOffice } from "./load-office.ts";
import { rememberPlan, storePlan } from "./store-call.ts";

/** What reached us from the caller: keys, or words, or nothing. `typed` are keys that came before a long gap. */
export interface CallerInput {
	digits: string;
	typed?: string;
	words: string;
	confidence: number | null;
}

export interface ReceptionistModels {
	ai: AiBinding;
	config: { AI_MODEL: string; AI_FALLBACK_MODELS: string };
}

type TurnRow = typeof receptionistTurns.$inferSelect;

/**
 * One exchange with the receptionist; `before` are events that led to it. Two round trips to D1 and the model's time. A turn that is stored already is
 * repeated as it was, without asking a model again.
 */
export async function talkToReceptionist(
	db: Db,
	models: ReceptionistModels,
	installed: InstalledSettings,
	call: CallWebhook,
	place: ReceptionistPlace,
	input: CallerInput,
	now: Date,
	before: readonly CallEvent[] = [],
): Promise<CallPlan> {
	const [officeRows, turns] = await db.batch([
		selectOffice(db),
		db
			.select()
			.from(receptionistTurns)
			.where(eq(receptionistTurns.callId, call.callId))
			.orderBy(asc(receptionistTurns.attempt), asc(receptionistTurns.turn)),
	]);
	const office = readOffice(officeRows, installed, now);
	const { settings } = office;
	const directory = listDirectory(office);
	const find = (ext: string | null) => findExtension(office, ext);
	const { attempt, turn } = place;
	const earlier = turns.filter(
		(row) => row.attempt < attempt || (row.attempt === attempt && row.turn < turn),
	);
	const recalled = earlier.map((row) => recall(row, find(row.extension)));
	const company = { ...settings, name: settings.companyName };
	const danger = findCallerDanger({ company, directory, turns: recalled, words: input.words });
	const context = {
		...office,
		place: { ...place, ...languageOf(earlier) },
		danger,
	};

	const typed = input.typed ?? "";
	const digits = typed + (input.digits || ((danger ? null : readMenuKey(input.words)) ?? ""));
	if (digits !== "" || input.words === "") {
		const plan =
			digits === ""
				? afterSilence(context)
				: afterKeys({ digits, isSecondPart: typed !== "" }, find(readExtensionKeys(digits)), call, context);
		await rememberPlan(db, call, plan, now);
		return plan;
	}

	const stored = turns.find((row) => row.attempt === attempt && row.turn === turn);
	const dangerKind = danger?.kind ?? null;
	if (stored) {
		const outcome = { ...replay(stored, find), danger: dangerKind };
		return afterDecision(outcome, phrasesIn(stored.language).anythingElse(), call, context);
	}
	const result = await decideReception({
		company,
		directory,
		turns: recalled,
		words: input.words,
		danger,
		speechConfidence: input.confidence,
		models: listModels(models.config),
		ai: models.ai,
	});
	const row = toRow(call, place, input, result, now);
	logTurn(row, result);
	const outcome = { ...replay(row, find), danger: dangerKind };
	const decided = afterDecision(outcome, phrasesIn(result.language).anythingElse(), call, context);
	const plan = { ...decided, events: [...before, ...decided.events] };
	try {
		await db.batch([
			db.insert(receptionistTurns).values(row).onConflictDoNothing(),
			...storePlan(db, call, plan, now),
		]);
	} catch (error) {
		log.error("reception_not_stored", { callId: call.callId, reason: describeError(error) });
	}
	return plan;
}

/** "Zero" and "nine" at the receptionist are the menu's keys; an extension said is a wish like others. */
function readMenuKey(words: string): string | null {
	const keys = readSpokenKeys(words);
	return keys === againKey || keys === receptionistKey ? keys : null;
}

/** The words of both sides stay out of the log. */
function logTurn(
	{ callId, attempt, turn, action, milliseconds }: ReturnType<typeof toRow>,
	{ model, failure, attempts }: ReceptionResult,
): void {
	const asked = attempts.map((one) => `${one.model} ${one.outcome}`).join(", ");
	const fields = { callId, attempt, turn, action, model, milliseconds, failure, attempts: asked };
	log.info("receptionist_decided", fields);
}

function toRow(
	call: CallWebhook,
	place: ReceptionistPlace,
	input: CallerInput,
	{ decision, confidence, language, model, milliseconds, failure }: ReceptionResult,
	now: Date,
) {
	return {
		callId: call.callId,
		attempt: place.attempt,
		turn: place.turn,
		words: input.words,
		speechConfidence: input.confidence,
		action: decision.action,
		extension: "extension" in decision ? decision.extension : null,
		answer: "answer" in decision ? decision.answer : "question" in decision ? decision.question : null,
		language,
		confidence,
		model,
		milliseconds: Math.round(milliseconds),
		failure: failure ?? ("reason" in decision ? decision.reason : null),
		at: now,
	};
}

function replay(
	{
		action,
		extension,
		answer,
		language,
		words,
	}: Pick<TurnRow, "action" | "extension" | "answer" | "language" | "words">,
	find: (ext: string | null) => Extension | null,
): ReceptionOutcome {
	return { action, extension: find(extension), answer, language, words };
}

/** What the model is told of an earlier turn. */
function recall({ words, answer, action, extension, language }: TurnRow, reached: Extension | null) {
	const heard =
		answer ?? (action === "transfer" && reached ? speakIn(language).words.connecting(reached.name) : "");
	return { caller: words, receptionist: heard, action, extension, language };
}
