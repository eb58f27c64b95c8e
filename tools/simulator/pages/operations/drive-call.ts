import {
	answer,
	getCall,
	hangUp,
	type LeftMessage,
	reject,
	sendDigits,
	sendRecording,
	sendSpeech,
	startCall,
} from "../control/control-api.ts";
import { parseNumber } from "../domain/phones/format-number.ts";
import { change, draftOf, state } from "../state.ts";
import { attempt, notify } from "./attempt.ts";
import { offerNumber } from "./dial-field.ts";
import { releaseLine } from "./hold-line.ts";

/** With an empty field it puts the last number back, as mobile phones do. */
export async function dialNumber(from: string): Promise<void> {
	const { dialled, redial } = draftOf(from);
	if (!dialled && redial) return offerNumber(from, redial);
	const to = parseNumber(dialled);
	if (!to) return notify("Enter a number to call first.");
	if (to === from) return notify("A phone cannot call itself.");
	await attempt(async () => {
		const { sid } = await startCall(from, to);
		const call = await getCall(sid);
		change((next) => {
			next.calls.set(sid, call);
			next.selectedSid = null;
			next.shownText = null;
			Object.assign(draftOf(from), { dialled: "", isOffered: false, redial: dialled });
			draftOf(from).message.showsKeypad = false;
		});
	});
}

export const answerCall = (sid: string) => attempt(async () => void (await answer(sid)));
export const declineCall = (sid: string) => attempt(async () => void (await reject(sid)));
export const hangUpCall = (sid: string) => attempt(async () => void (await hangUp(sid)));

const keysUnderWay = new Map<string, Promise<void>>();

/** Sends the keys of a call one after another: parallel requests could arrive in the wrong order. */
export function pressKey(sid: string, key: string): void {
	const before = keysUnderWay.get(sid) ?? Promise.resolve();
	keysUnderWay.set(
		sid,
		before.then(() => attempt(async () => void (await sendDigits(sid, key)))),
	);
}

export async function say(phone: string, sid: string, words: string): Promise<void> {
	const text = words.trim();
	if (!text) return;
	change(() => {
		draftOf(phone).words = "";
	});
	await releaseLine();
	await attempt(async () => void (await sendSpeech(sid, text)));
}

export async function leaveMessage(sid: string, message: LeftMessage): Promise<void> {
	await releaseLine();
	await attempt(async () => void (await sendRecording(sid, message)));
}

/** The phone that keyboard keys belong to: the one touched last, or the only one in a call. */
export function focusPhone(number: string): void {
	if (state.focusedNumber === number) return;
	change((next) => {
		next.focusedNumber = number;
	});
}
