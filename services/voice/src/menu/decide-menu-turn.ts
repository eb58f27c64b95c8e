import { readSpokenKeys, wantsMenuAgain } from "@cloudpbx/assistant/receptionist/read-spoken-keys";
import { isNoise, mayCryForHelp } from "@cloudpbx/assistant/receptionist/words/is-noise";
import type { Context } from "../context.ts";
import type { CallInProgress, CallPlan } from "../domain/call/call-plan.ts";
import { afterMenuSilence, chooseFromMenu } from "../domain/menu/choose-from-menu.ts";
import { againKey, readExtensionKeys } from "../domain/menu/menu-keys.ts";
import { findExtension, type Office } from "../domain/office/office.ts";
import type { CallerInput } from "../receptionist/decide-turn.ts";
import { recogniseDangers } from "../receptionist/recognise-dangers.ts";

/** `typed` are keys of the same choice that came before a long gap. */
export interface MenuTurn {
	attempt: number;
	typed: string;
	input: CallerInput;
}

/** Null when the receptionist has to answer. */
export async function decideMenuTurn(
	ctx: Context,
	{ attempt, typed, input }: MenuTurn,
	call: CallInProgress,
	office: Office,
): Promise<CallPlan | null> {
	const [danger = null] = mayBeMistaken(input) ? await recogniseDangers(ctx, [input.words], []) : [];
	const isInDanger = danger !== null;
	const words = isInDanger || isMeant(input) ? input.words : "";
	const digits = typed + (input.digits || (isInDanger ? "" : readSaidKeys(words)));
	if (digits === "" && office.settings.isAssistantOn && words !== "") return null;
	if (digits === "") return afterMenuSilence(office, attempt);
	const extension = findExtension(office, readExtensionKeys(digits));
	return chooseFromMenu({ digits, attempt, isSecondPart: typed !== "" }, extension, call, office);
}

/** Words that are about to count as keys or noise: "nine one one" is no extension, so danger is looked for first. */
function mayBeMistaken(input: CallerInput): boolean {
	if (input.digits !== "" || input.words === "") return false;
	return !isMeant(input) || readSaidKeys(input.words) !== "";
}

function readSaidKeys(words: string): string {
	return readSpokenKeys(words) ?? (wantsMenuAgain(words) ? againKey : "");
}

/** Below it, speech recognition guesses at traffic and television. */
const confidenceMin = 0.4;

function isMeant({ words, confidence }: CallerInput): boolean {
	if (isNoise(words)) return false;
	return confidence === null || confidence >= confidenceMin || mayCryForHelp(words);
}
