import { type ClockView, getClock, reset, setClock } from "../control/control-api.ts";
import { change, state } from "../state.ts";
import { attempt, notify } from "./attempt.ts";
import { announcePhones } from "./phones.ts";
import { forgetSeen } from "./threads.ts";

export async function readClock(): Promise<ClockView> {
	const clock = await getClock();
	change((next) => {
		next.clock = { ...clock, readAt: Date.now() };
		next.speed = clock.lastingSpeed;
	});
	return clock;
}

export function networkNow(): number {
	const { networkSeconds, speed, readAt } = state.clock;
	return networkSeconds + ((Date.now() - readAt) / 1000) * speed;
}

export async function setSpeed(speed: number): Promise<void> {
	const before = state.speed;
	change((next) => {
		next.speed = speed;
	});
	await attempt(async () => {
		try {
			await setClock({ speed });
		} catch (error) {
			change((next) => {
				next.speed = before;
			});
			throw error;
		}
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
