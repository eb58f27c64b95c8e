import { decideReception } from "@cloudpbx/assistant/receptionist/decide-reception";
import { findCallerDanger, listSaid } from "@cloudpbx/assistant/receptionist/find-caller-danger";
import { phrasesIn } from "@cloudpbx/assistant/receptionist/phrases";
import { readSpokenKeys } from "@cloudpbx/assistant/receptionist/read-spoken-keys";
import type { ReceptionResult } from "@cloudpbx/assistant/receptionist/reception";
import type { receptionistTurns } from "@cloudpbx/db/schema/voice";
import { writeOpening } from "@cloudpbx/domain/hours/write-opening";
import { speakIn } from "@cloudpbx/domain/spoken-phrases";
import type { Context } from "../context.ts";
import type { ReceptionistPlace } from "../domain/call/call-paths.ts";
import type { CallInProgress, CallPlan } from "../domain/call/call-plan.ts";
import { againKey, readExtensionKeys, receptionistKey } from "../domain/menu/menu-keys.ts";
import { type Extension, findExtension, type Office } from "../domain/office/office.ts";
import { afterDecision, type ReceptionOutcome } from "../domain/receptionist/after-decision.ts";
import { afterKeys } from "../domain/receptionist/after-keys.ts";
import { afterSilence } from "../domain/receptionist/after-silence.ts";
import { listDirectoryNow } from "../office/load-office.ts";
import { recogniseDangers } from "./recognise-dangers.ts";
import { languageOf } from "./spoken-so-far.ts";

/** `typed` are keys that came before a long gap. */
export interface CallerInput {
	digits: string;
	typed?: string;
	words: string;
	confidence: number | null;
}

export type TurnRow = Omit<typeof receptionistTurns.$inferSelect, "id">;

export type NamedCall = CallInProgress & { callId: string };

export interface TurnPlace {
	call: NamedCall;
	place: ReceptionistPlace;
	/** Oldest first. */
	turns: readonly TurnRow[];
}

/** Decides without storing. `decided` is null for keys, for silence and for a repeated turn. */
export async function decideTurn(
	ctx: Context,
	office: Office,
	{ call, place, turns }: TurnPlace,
	input: CallerInput,
): Promise<{ plan: CallPlan; decided: { row: TurnRow; result: ReceptionResult } | null }> {
	const directory = listDirectoryNow(office);
	const find = (ext: string | null) => findExtension(office, ext);
	const { attempt, turn } = place;
	const earlier = turns.filter(
		(row) => row.attempt < attempt || (row.attempt === attempt && row.turn < turn),
	);
	const recalled = earlier.map((row) => recall(row, find(row.extension)));
	const company = { ...office.settings, name: office.settings.companyName };
	const said = { company, directory, turns: recalled, words: input.words };
	const { texts, companyTexts } = listSaid(said);
	const danger = findCallerDanger(said, await recogniseDangers(ctx, texts, companyTexts));
	const context = { ...office, place: { ...place, ...languageOf(earlier) }, danger };

	const typed = input.typed ?? "";
	const digits = typed + (input.digits || ((danger ? null : readMenuKey(input.words)) ?? ""));
	if (digits === "" && input.words === "") return { plan: afterSilence(context), decided: null };
	if (digits !== "") {
		const keys = { digits, isSecondPart: typed !== "" };
		return { plan: afterKeys(keys, find(readExtensionKeys(digits)), call, context), decided: null };
	}

	const follow = (row: TurnRow) => {
		const outcome = { ...replay(row, find), danger: danger?.kind ?? null };
		return afterDecision(outcome, phrasesIn(row.language).anythingElse(), call, context);
	};
	const stored = turns.find((row) => row.attempt === attempt && row.turn === turn);
	if (stored) return { plan: follow(stored), decided: null };
	const openingText = writeOpening(office.hours, office.settings.timeZone, office.at);
	const result = await decideReception({
		company: { ...company, openingText },
		directory,
		turns: recalled,
		words: input.words,
		danger,
		speechConfidence: input.confidence,
		models: ctx.models,
		ai: ctx.ai,
	});
	const row = toRow({ callId: call.callId, ...place }, input, result, office.at);
	return { plan: follow(row), decided: { row, result } };
}

/** "Zero" and "nine" are the menu's keys; an extension said is a wish like others. */
function readMenuKey(words: string): string | null {
	const keys = readSpokenKeys(words);
	return keys === againKey || keys === receptionistKey ? keys : null;
}

function toRow(
	{ callId, attempt, turn }: Pick<TurnRow, "callId" | "attempt" | "turn">,
	input: CallerInput,
	{ decision, confidence, language, model, milliseconds, failure }: ReceptionResult,
	at: Date,
): TurnRow {
	return {
		callId,
		attempt,
		turn,
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
		at,
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

function recall({ words, answer, action, extension, language }: TurnRow, reached: Extension | null) {
	const heard =
		answer ?? (action === "transfer" && reached ? speakIn(language).words.connecting(reached.name) : "");
	return { caller: words, receptionist: heard, action, extension, language };
}
