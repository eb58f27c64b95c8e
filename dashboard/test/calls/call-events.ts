import type { Call, CallEvent, ReceptionistTurn } from "@cloudpbx/contracts/api/calls";
import type { CallEventKind } from "@cloudpbx/contracts/calls/calls";

const begin = Date.parse("2026-11-29T17:00:00Z");
const at = (seconds: number) => new Date(begin + seconds * 1000).toISOString();

export function event(seconds: number, kind: CallEventKind, detail: object = {}): CallEvent {
	return { ...detail, kind, at: at(seconds) };
}

export function callOf(events: CallEvent[], change: Partial<Call> = {}): Call {
	return {
		id: "call_1",
		carrierId: "CA1",
		direction: "inbound",
		contactName: null,
		from: "+14155550153",
		to: "+18005550100",
		extension: null,
		outcome: "abandoned",
		status: "completed",
		startedAt: at(0),
		answeredAt: at(0),
		endedAt: at(60),
		durationSeconds: 60,
		takenBy: null,
		talkSeconds: null,
		danger: null,
		voicemailId: null,
		receptionist: [],
		events,
		...change,
	};
}

export function turnOf(seconds: number, change: Partial<ReceptionistTurn> = {}): ReceptionistTurn {
	return {
		attempt: 1,
		turn: 1,
		at: at(seconds),
		words: "I want to talk to Jane",
		speechConfidence: 0.9,
		action: "transfer",
		extension: "101",
		answer: null,
		language: "en",
		confidence: 0.92,
		model: "model-1",
		milliseconds: 640,
		failure: null,
		...change,
	};
}

export function nameOf(extension: string | null): string {
	return extension === "101" ? "Jane Smith" : extension === null ? "the company" : `extension ${extension}`;
}
