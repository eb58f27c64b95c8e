import { reset, setClock } from "../control/control-api.ts";
import { change } from "../state.ts";
import { attempt, notify } from "./attempt.ts";
import { announcePhones } from "./phones.ts";
import { forgetSeen } from "./threads.ts";

export async function setSpeed(speed: number): Promise<void> {
	await attempt(async () => {
		await setClock({ speed });
		change((next) => {
			next.speed = speed;
		});
	});
}

export async function skipSeconds(advanceSeconds: number): Promise<void> {
	await attempt(async () => void (await setClock({ advanceSeconds })));
}

export async function resetNetwork(): Promise<void> {
	await attempt(async () => {
		await reset();
		change((next) => {
			next.calls.clear();
			next.messages.clear();
			next.selectedSid = null;
			next.shownText = null;
			next.speed = 1;
		});
		forgetSeen();
		await announcePhones();
		notify("The phone network starts afresh.");
	});
}
