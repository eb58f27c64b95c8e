import type { OnCall } from "../control/call-view.ts";
import { setPhone, setTexting } from "../control/control-api.ts";
import type { OnMessage } from "../control/message-view.ts";
import { change, type Phone, state } from "../state.ts";
import { attempt } from "./attempt.ts";
import { loadMessages } from "./follow-messages.ts";

const storageKey = "cloudpbx.phones";

/** Numbers reserved for fiction. The demo company forwards extensions to Jane's and Sam's. */
const firstPhones: Phone[] = [
	{ number: "+14155550199", name: "Caller", onCall: "ring", answerAfterSeconds: 0 },
	{ number: "+14155550151", name: "Jane’s Mobile", onCall: "ring", answerAfterSeconds: 0 },
	{ number: "+14155550152", name: "Sam’s Mobile", onCall: "ring", answerAfterSeconds: 0 },
];

export function loadPhones(): void {
	change((next) => {
		next.phones = readSaved() ?? firstPhones;
		next.focusedNumber = next.phones[0]?.number ?? null;
	});
}

export function addPhone(number: string, name: string): void {
	change((next) => {
		next.phones = [...next.phones, { number, name, onCall: "ring", answerAfterSeconds: 0 }];
	});
	save();
	void loadMessages();
}

export function removePhone(number: string): () => void {
	const place = state.phones.findIndex((phone) => phone.number === number);
	const removed = state.phones.slice(place, place + 1);
	change((next) => {
		next.phones = next.phones.filter((phone) => phone.number !== number);
		next.focusedNumber = (next.phones[place] ?? next.phones.at(-1))?.number ?? null;
	});
	save();
	return () => {
		if (state.phones.some((phone) => phone.number === number)) return;
		change((next) => {
			next.phones = [...next.phones.slice(0, place), ...removed, ...next.phones.slice(place)];
		});
		save();
		void loadMessages();
	};
}

export function renamePhone(number: string, name: string): void {
	change((next) => {
		next.phones = next.phones.map((phone) => (phone.number === number ? { ...phone, name } : phone));
	});
	save();
}

export async function setBehaviour(
	number: string,
	onCall: OnCall,
	answerAfterSeconds: number,
): Promise<void> {
	await attempt(async () => {
		await setPhone(number, onCall, answerAfterSeconds);
		change((next) => {
			next.phones = next.phones.map((phone) =>
				phone.number === number ? { ...phone, onCall, answerAfterSeconds } : phone,
			);
		});
		save();
	});
}

export async function setTextBehaviour(
	number: string,
	onMessage: OnMessage,
	errorCode: number | null,
): Promise<void> {
	await attempt(async () => {
		await setTexting(number, onMessage, errorCode);
		change((next) => {
			next.phones = next.phones.map((phone) =>
				phone.number === number ? { ...phone, onMessage, errorCode } : phone,
			);
		});
		save();
	});
}

/** Registers this browser's phones: a new or reset network rings every phone. */
export async function announcePhones(): Promise<void> {
	await attempt(async () => {
		for (const { number, onCall, answerAfterSeconds, onMessage, errorCode } of state.phones) {
			if (onCall !== "ring") await setPhone(number, onCall, answerAfterSeconds);
			if (onMessage && onMessage !== "deliver") await setTexting(number, onMessage, errorCode ?? null);
		}
	});
}

function readSaved(): Phone[] | null {
	try {
		const saved: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
		return Array.isArray(saved) && saved.every(isPhone) ? saved : null;
	} catch {
		return null;
	}
}

function isPhone(saved: unknown): saved is Phone {
	if (typeof saved !== "object" || saved === null) return false;
	const { number, name, onCall } = saved as Partial<Phone>;
	return typeof number === "string" && typeof name === "string" && typeof onCall === "string";
}

function save(): void {
	try {
		localStorage.setItem(storageKey, JSON.stringify(state.phones));
	} catch {
		// Without storage the phones live as long as the page.
	}
}
